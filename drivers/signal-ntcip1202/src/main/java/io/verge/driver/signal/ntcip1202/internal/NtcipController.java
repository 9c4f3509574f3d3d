package io.verge.driver.signal.ntcip1202.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observations;
import io.verge.api.signal.SignalController;
import io.verge.api.time.Clock;
import io.verge.device.Addresses;
import io.verge.device.Connection;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.SignalGroups;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A signal controller that is asked for its states over SNMP, and can be asked for a green. */
@Component(
        immediate = true,
        service = {Device.class, SignalController.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.signal-ntcip1202")
@Designate(ocd = NtcipConfig.class, factory = true)
public final class NtcipController implements SignalController {
    private static final int SNMP_PORT = 161;

    private final String id;
    private final Agent.Opener opener;
    private final StatusObjects objects;
    private final Batch batch;
    private final Calls calls;
    private final Clock clock;
    private final Duration period;
    private final Duration keepAlive;
    private final Counters.Counter silences;
    private final Counters.Counter written;
    private final Counters.Counter failed;
    private final DeviceLoop loop;

    /** Null before the controller was first reached. */
    private volatile @Nullable Agent agent;

    /** When calls were last written again; touched by the device's thread. */
    private long kept;

    @Activate
    public NtcipController(NtcipConfig config, @Reference Observations out, @Reference Clock clock) {
        this(config, out, clock, opener(config));
    }

    NtcipController(NtcipConfig config, Observations out, Clock clock, Agent.Opener opener) {
        List<SignalGroups.Source> sources = SignalGroups.of(config.groups(), config.overlaps(), config.pedestrians());
        id = config.id();
        this.opener = opener;
        this.clock = clock;
        objects = new StatusObjects(sources);
        batch = new Batch(config.batch());
        calls = new Calls(sources);
        period = Duration.ofMillis(config.period());
        keepAlive = Duration.ofMillis(config.keepAlive());
        kept = clock.nanoTime();
        Counters counters = new Counters();
        silences = counters.counter("silences");
        written = counters.counter("calls");
        failed = counters.counter("callFailures");
        loop = DeviceLoop.of(id, clock)
                .counters(counters)
                .staleAfter(Duration.ofMillis(config.stale()))
                .remedy("check the keys 'address' (" + config.address() + ") and 'community', and that the controller"
                        + " lets this box read")
                .connect(this::open)
                .decode(new StatusDecoder(id, sources, counters))
                .facts(this::facts)
                .publish(config.states() ? out::publish : observation -> {})
                .start();
    }

    private static Agent.Opener opener(NtcipConfig config) {
        try {
            InetSocketAddress address = Addresses.parse(config.address().strip(), SNMP_PORT);
            Duration timeout = Duration.ofMillis(config.timeout());
            return () -> SnmpAgent.open(address, config.community(), timeout);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "key 'address': " + e.getMessage() + ", expected such as 10.0.0.5:501", e);
        }
    }

    private Connection open() throws IOException {
        Agent opened = opener.open();
        agent = opened;
        return new StatusPoll(opened, objects.oids(), batch, period, this::keepCalls, clock, silences);
    }

    private void keepCalls() {
        long now = clock.nanoTime();
        if (now - kept >= keepAlive.toNanos()) {
            kept = now;
            try {
                calls.keep(this::write);
            } catch (IOException e) {
                // Counted; the next time may do better, and whoever called asks again.
            }
        }
    }

    private void write(String oid, int value) throws IOException {
        Agent open = agent;
        if (open == null) {
            throw new IOException(id + ": the controller has not been reached yet");
        }
        try {
            open.set(oid, value);
            written.increment();
        } catch (IOException e) {
            failed.increment();
            throw e;
        }
    }

    @Override
    public void request(int signalGroup, boolean wanted) throws IOException {
        calls.request(signalGroup, wanted, this::write);
    }

    private Map<String, String> facts() {
        return Map.of("objects", objects.oids().size() + " in requests of " + batch.size());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return loop.status();
    }

    /** Takes the calls back and stops asking. */
    @Deactivate
    public void close() {
        try {
            calls.withdraw(this::write);
        } catch (IOException e) {
            // Then the controller forgets them by itself, after its unitBackupTime.
        }
        loop.close();
    }
}
