package io.verge.driver.signal.tscbm.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observations;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.device.Addresses;
import io.verge.device.Connection;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.SignalGroups;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A signal controller that broadcasts its states and times over UDP, and whose broadcast is switched on over SNMP. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.signal-tscbm")
@Designate(ocd = TscbmConfig.class, factory = true)
public final class TscbmController implements Device {
    private static final Duration SNMP_TIMEOUT = Duration.ofSeconds(1);

    private final String id;
    private final InetSocketAddress local;
    private final String from;
    private final Transports transports;
    private final TscbmDecoder decoder;
    private final @Nullable Broadcast broadcast;
    private final Counters.Counter foreign;
    private final Counters.Counter switches;
    private final Counters.Counter switchFailures;
    private final DeviceLoop loop;

    @Activate
    public TscbmController(
            TscbmConfig config, @Reference Transports transports, @Reference Observations out, @Reference Clock clock) {
        this(config, transports, out, clock, new SnmpSetter(SNMP_TIMEOUT));
    }

    TscbmController(TscbmConfig config, Transports transports, Observations out, Clock clock, Setter setter) {
        id = config.id();
        local = InetSocketAddress.createUnresolved(config.bind().strip(), config.listen());
        from = config.from().strip();
        this.transports = transports;
        Counters counters = new Counters();
        decoder = new TscbmDecoder(
                id,
                SignalGroups.of(config.groups(), config.overlaps(), config.pedestrians()),
                config.maxClockOffset(),
                counters);
        broadcast = broadcast(config, setter, clock);
        foreign = counters.counter("foreign");
        switches = counters.counter("switches");
        switchFailures = counters.counter("switchFailures");
        loop = DeviceLoop.of(id, clock)
                .counters(counters)
                .staleAfter(Duration.ofMillis(config.stale()))
                .remedy(remedy(config))
                .connect(this::open)
                .nudge(connection -> enable())
                .decode(decoder)
                .facts(this::facts)
                .publish(out::publish)
                .start();
    }

    private static @Nullable Broadcast broadcast(TscbmConfig config, Setter setter, Clock clock) {
        if (config.snmp().isBlank()) {
            return null;
        }
        try {
            InetSocketAddress agent = Addresses.parse(config.snmp().strip(), 0);
            return new Broadcast(agent, config.community(), config.form(), setter, clock);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key 'snmp': " + e.getMessage() + ", expected such as 10.0.0.5:501", e);
        }
    }

    private static String remedy(TscbmConfig config) {
        return "check that the controller sends to this box, port " + config.listen()
                + (config.from().isBlank() ? "" : ", from " + config.from().strip())
                + (config.snmp().isBlank() ? ", and that its broadcast is on (the key 'snmp' switches it on)" : "");
    }

    /** Switches the broadcast on before it listens, so that no packet grows old while the controller is waited for. */
    private Connection open() throws IOException {
        enable();
        return from.isEmpty() ? transports.udpListen(local) : FilteredDatagrams.open(local, from, foreign);
    }

    private void enable() {
        Broadcast on = broadcast;
        if (on == null) {
            return;
        }
        switch (on.enable()) {
            case ACCEPTED -> switches.increment();
            case FAILED -> switchFailures.increment();
            case TOO_SOON -> {}
        }
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>(decoder.facts());
        if (broadcast != null) {
            facts.put("broadcast", broadcast.outcome());
        }
        return facts;
    }

    @Override
    public String id() {
        return id;
    }

    /** When nothing comes because the broadcast could not be switched on, that is the trouble to look for. */
    @Override
    public DeviceStatus status() {
        DeviceStatus heard = loop.status();
        Trouble trouble = heard.status().trouble();
        if (broadcast == null
                || !broadcast.failed()
                || trouble == null
                || heard.status().state() != State.DEGRADED
                || !trouble.code().equals("no-data")) {
            return heard;
        }
        Status status = Status.of(
                State.DEGRADED,
                heard.status().since(),
                "broadcast-off",
                trouble.cause() + "; the broadcast could not be switched on: " + broadcast.outcome(),
                "check the keys 'snmp' (" + broadcast.name()
                        + ") and 'community', and that the controller lets this box" + " write; " + trouble.remedy());
        return new DeviceStatus(status, heard.lastFrame(), heard.counters(), heard.facts());
    }

    /** Stops listening. The broadcast stays on, for others may listen too. */
    @Deactivate
    public void close() {
        loop.close();
    }
}
