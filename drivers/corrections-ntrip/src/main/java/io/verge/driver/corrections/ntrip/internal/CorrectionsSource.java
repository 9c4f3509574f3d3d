package io.verge.driver.corrections.ntrip.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observations;
import io.verge.api.site.Site;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.device.Addresses;
import io.verge.device.Connection;
import io.verge.device.Connector;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.Ports;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A source of RTCM 3 messages: joins its stream, its decoder and the box's observations. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.corrections-ntrip")
@Designate(ocd = CorrectionsSourceConfig.class, factory = true)
public final class CorrectionsSource implements Device {
    /** Registered with IANA for rtcm-sc104, and what casters listen on. */
    private static final int NTRIP_PORT = 2101;
    /** Stale limits without a message until the stream is opened again. */
    private static final int LOST_AFTER = 6;

    private final String id;
    private final DeviceLoop loop;
    /** Why the caster has refused the last time; null when it has not. */
    private volatile @Nullable CasterRefusedException refusal;

    /** Starts the device's thread and returns. */
    @Activate
    public CorrectionsSource(
            CorrectionsSourceConfig config,
            @Reference Transports transports,
            @Reference Observations out,
            @Reference Clock clock,
            @Reference Site site) {
        id = config.id();
        Counters counters = new Counters();
        RtcmDecoder decoder = new RtcmDecoder(id, counters);
        Duration stale = Duration.ofMillis(config.stale());
        loop = DeviceLoop.of(id, clock)
                .counters(counters)
                .connect(connector(config, transports, clock, site))
                .staleAfter(stale)
                .reconnectAfter(stale.multipliedBy(LOST_AFTER))
                .remedy("check " + source(config) + ", and that what it sends is RTCM 3")
                .decode(decoder)
                .facts(decoder::facts)
                .publish(out::publish)
                .start();
    }

    private static String source(CorrectionsSourceConfig config) {
        if (!config.caster().isEmpty()) {
            return "the way to the caster " + config.caster() + " and its mountpoint " + config.mountpoint();
        }
        return config.file().isEmpty() ? "the power and cable of what is on " + config.port() : config.file();
    }

    private Connector connector(CorrectionsSourceConfig config, Transports transports, Clock clock, Site site) {
        if (config.caster().isEmpty()) {
            return Ports.of(transports, config.port(), config.baud(), config.file());
        }
        if (!config.port().isEmpty() || !config.file().isEmpty()) {
            throw new IllegalArgumentException("caster, port, file: exactly one is needed");
        }
        InetSocketAddress address = Addresses.parse(config.caster(), NTRIP_PORT);
        CasterRequest request = new CasterRequest(
                config.version(), config.caster(), config.mountpoint(), config.user(), config.passwordFile());
        CasterConnection.Telling telling =
                new CasterConnection.Telling(site.frame().origin(), Duration.ofSeconds(config.gga()));
        return () -> ask(() -> transports.tcp(address), request, clock, telling);
    }

    private Connection ask(Connector way, CasterRequest request, Clock clock, CasterConnection.Telling telling)
            throws IOException {
        CasterRefusedException why = null;
        try {
            byte[] octets = request.octets();
            return CasterConnection.open(way.connect(), octets, clock, telling);
        } catch (CasterRefusedException e) {
            why = e;
            throw e;
        } finally {
            refusal = why;
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** Of a caster that refuses, with what to do about that. */
    @Override
    public DeviceStatus status() {
        DeviceStatus status = loop.status();
        CasterRefusedException why = refusal;
        Trouble trouble = status.status().trouble();
        if (why == null || trouble == null || !trouble.code().equals("cannot-connect")) {
            return status;
        }
        Trouble told = new Trouble(why.code(), trouble.cause(), why.remedy());
        return new DeviceStatus(
                new Status(status.status().state(), status.status().since(), told),
                status.lastFrame(),
                status.counters(),
                status.facts());
    }

    @Deactivate
    public void close() {
        loop.close();
    }
}
