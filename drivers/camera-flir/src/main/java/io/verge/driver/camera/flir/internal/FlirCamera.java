package io.verge.driver.camera.flir.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Observations;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.Transports;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** A FLIR camera that tracks who is before it. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.camera-flir")
@Designate(ocd = FlirCameraConfig.class, factory = true)
public final class FlirCamera implements Device {
    private final String id;
    private final DeviceLoop loop;

    /**
     * Starts the device's thread and returns.
     *
     * @param site gives latitude and longitude their place in the site frame; without it x and y are used
     */
    @Activate
    public FlirCamera(
            FlirCameraConfig config,
            @Reference Transports transports,
            @Reference Observations out,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Site site) {
        id = config.id();
        URI url = url(config.url());
        Counters counters = new Counters();
        DeviceLoop.Builder builder = DeviceLoop.of(id, clock)
                .counters(counters)
                .connect(() -> transports.webSocket(url))
                .greet(new FlirSubscription(clock))
                .decode(new FlirDecoder(settings(config, site), counters))
                .bufferSize(FlirReader.MAX_MESSAGE)
                .publish(out::publish)
                .remedy("check the camera's power, its network and that " + url + " is its address for subscriptions");
        if (config.stale() > 0) {
            builder.staleAfter(Duration.ofMillis(config.stale()));
        }
        if (config.reconnect() > 0) {
            builder.reconnectAfter(Duration.ofSeconds(config.reconnect()));
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

    private static FlirDecoder.Settings settings(FlirCameraConfig config, @Nullable Site site) {
        Position position = new Position(config.mount_east(), config.mount_north(), config.mount_up());
        Sensor sensor = new Sensor(
                config.id(),
                SensorKind.CAMERA,
                new Mount(position, config.mount_azimuth(), config.mount_tilt()),
                config.fieldOfView(),
                config.range(),
                new SensorError.LineOfSight(config.sigma_along(), config.sigma_across()));
        return new FlirDecoder.Settings(
                sensor,
                angles(config.angles()),
                config.rotation(),
                config.useGeo() && site != null ? site.frame() : null,
                Duration.ofMillis(config.maxClockOffset()),
                Duration.ofMillis(config.latency()));
    }

    private static FlirDecoder.Angles angles(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "unit-circle" -> FlirDecoder.Angles.UNIT_CIRCLE;
            case "compass" -> FlirDecoder.Angles.COMPASS;
            default -> throw new IllegalArgumentException("angles: '" + text + "' is not unit-circle or compass");
        };
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            boolean webSocket = "ws".equalsIgnoreCase(url.getScheme()) || "wss".equalsIgnoreCase(url.getScheme());
            if (webSocket && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url: '" + text + "' is not an address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("url: '" + text + "' is not ws://host:port/path");
    }
}
