package io.verge.driver.camera.must.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Observations;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.Transports;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A MUST sensor that sends its objects to a port of this box. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.camera-must")
@Designate(ocd = MustCameraConfig.class, factory = true)
public final class MustCamera implements Device {
    private final String id;
    private final DeviceLoop loop;

    /** Starts the device's thread and returns. */
    @Activate
    public MustCamera(
            MustCameraConfig config,
            @Reference Transports transports,
            @Reference Observations out,
            @Reference Clock clock) {
        id = config.id();
        int port = config.listen();
        InetSocketAddress local = new InetSocketAddress(port);
        Counters counters = new Counters();
        DeviceLoop.Builder builder = DeviceLoop.of(id, clock)
                .counters(counters)
                .connect(() -> transports.udpListen(local))
                .decode(new MustDecoder(settings(config), counters))
                .publish(out::publish)
                .remedy("check the sensor's power and network, and that it sends to UDP port " + port + " of this box");
        if (config.stale() > 0) {
            builder.staleAfter(Duration.ofMillis(config.stale()));
        }
        loop = builder.start();
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

    private static MustDecoder.Settings settings(MustCameraConfig config) {
        Position position = new Position(config.mount_east(), config.mount_north(), config.mount_up());
        Sensor sensor = new Sensor(
                config.id(),
                SensorKind.CAMERA,
                new Mount(position, config.mount_azimuth(), config.mount_tilt()),
                config.fieldOfView(),
                config.range(),
                new SensorError.LineOfSight(config.sigma_along(), config.sigma_across()));
        return new MustDecoder.Settings(
                sensor,
                config.framePerDatagram(),
                Duration.ofMillis(config.maxClockOffset()),
                Duration.ofMillis(config.latency()));
    }
}
