package io.verge.driver.radar.ti.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Observations;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.api.time.Clock;
import io.verge.device.Connection;
import io.verge.device.Connector;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.Ports;
import io.verge.device.Transports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A radar with a TI mmWave chip: configured over one link, read over the other, or played from a recording. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.radar-ti-mmwave")
@Designate(ocd = TiRadarConfig.class, factory = true)
public final class TiRadar implements Device {
    private static final Logger LOG = LoggerFactory.getLogger(TiRadar.class);

    /** A radar that was without power comes back unconfigured and silent: so much silence configures it again. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(5);

    private final String id;
    private final DeviceLoop loop;

    /** Starts the device's thread and returns. */
    @Activate
    public TiRadar(
            TiRadarConfig config,
            @Reference Transports transports,
            @Reference Observations out,
            @Reference Clock clock) {
        id = config.id();
        check(config);
        Counters counters = new Counters();
        TlvDecoder decoder = new TlvDecoder(sensor(config), use(config), Duration.ofMillis(config.latency()), counters);
        Duration period = period(config);
        DeviceLoop.Builder builder = DeviceLoop.of(id, clock)
                .counters(counters)
                .connect(Ports.of(transports, config.port(), config.baud(), config.file()))
                .decode(decoder)
                .facts(decoder::facts)
                .publish(out::publish);
        loop = (config.file().isEmpty()
                        ? live(builder, config, transports, clock, period)
                        : recorded(builder, config, period))
                .start();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return loop.status();
    }

    @Deactivate
    public void close() {
        loop.close();
    }

    private static DeviceLoop.Builder recorded(DeviceLoop.Builder builder, TiRadarConfig config, Duration period) {
        return builder.pace(config.pace() ? period : Duration.ZERO)
                .remedy("check that the recording " + config.file() + " is there and readable");
    }

    private static DeviceLoop.Builder live(
            DeviceLoop.Builder builder, TiRadarConfig config, Transports transports, Clock clock, Duration period) {
        Duration stale = config.stale() > 0 ? Duration.ofMillis(config.stale()) : period.multipliedBy(3);
        Duration lost = stale.multipliedBy(10);
        builder.staleAfter(stale)
                .reconnectAfter(lost.compareTo(LOST_AFTER) > 0 ? lost : LOST_AFTER)
                .remedy("check the radar's power and the data cable on " + config.port());
        if (!config.cli().isEmpty()) {
            builder.remedy("check the radar's power, the cables on " + config.port() + " and " + config.cli()
                    + ", and the radar profile " + config.profile());
            Connector cli = Ports.stream(transports, "cli", config.cli(), config.cliBaud());
            Path profile = Path.of(config.profile());
            builder.greet(connection -> configure(cli, profile, clock));
        }
        return builder;
    }

    /** The data link is open already, so that the first frame is not lost. */
    private static void configure(Connector cli, Path profile, Clock clock) throws IOException, InterruptedException {
        CliProfile lines = CliProfile.read(profile);
        try (Connection connection = cli.connect()) {
            new CliSession(connection, clock).configure(lines);
        }
    }

    private static Sensor sensor(TiRadarConfig config) {
        Position position = new Position(config.mount_east(), config.mount_north(), config.mount_up());
        Mount mount = new Mount(position, config.mount_azimuth(), config.mount_tilt());
        SensorError error =
                new SensorError.Polar(config.sigma_range(), config.sigma_azimuth(), config.sigma_radialSpeed());
        return new Sensor(config.id(), SensorKind.RADAR, mount, config.fieldOfView(), config.range(), error);
    }

    private static TlvDecoder.Use use(TiRadarConfig config) {
        return switch (config.use().toLowerCase(Locale.ROOT)) {
            case "points" -> TlvDecoder.Use.POINTS;
            case "targets" -> TlvDecoder.Use.TARGETS;
            default -> throw new IllegalArgumentException("use: '" + config.use() + "' is not points or targets");
        };
    }

    private static Duration period(TiRadarConfig config) {
        Duration configured = Duration.ofMillis(config.framePeriod());
        if (config.profile().isEmpty()) {
            return configured;
        }
        try {
            return CliProfile.read(Path.of(config.profile())).framePeriod().orElse(configured);
        } catch (IOException e) {
            // Told again, with the device's status, when the radar is to be configured.
            LOG.warn(
                    "{}: cannot read the radar profile {}; the frame period is taken as {} ms",
                    config.id(),
                    config.profile(),
                    config.framePeriod());
            return configured;
        }
    }

    private static void check(TiRadarConfig config) {
        if (!config.cli().isEmpty() && config.profile().isEmpty()) {
            throw new IllegalArgumentException(
                    "profile: '' is not the path of a .cfg file, which cli: '" + config.cli() + "' needs");
        }
    }
}
