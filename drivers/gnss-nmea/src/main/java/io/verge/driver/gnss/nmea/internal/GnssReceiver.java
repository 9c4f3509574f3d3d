package io.verge.driver.gnss.nmea.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observations;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import io.verge.device.Ports;
import io.verge.device.Transports;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A GNSS receiver that speaks NMEA 0183: joins its stream, its decoder and the box's observations. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.gnss-nmea")
@Designate(ocd = GnssConfig.class, factory = true)
public final class GnssReceiver implements Device {
    /** Stale limits without a fix until the stream is opened again, which is what frees a dead TCP connection. */
    private static final int LOST_AFTER = 20;

    private final String id;
    private final DeviceLoop loop;

    /** Starts the device's thread and returns. */
    @Activate
    public GnssReceiver(
            GnssConfig config, @Reference Transports transports, @Reference Observations out, @Reference Clock clock) {
        id = config.id();
        Counters counters = new Counters();
        NmeaDecoder decoder = new NmeaDecoder(id, config.uere(), counters);
        Duration stale = Duration.ofMillis(config.stale());
        String source = config.file().isEmpty() ? "the receiver's power and cable on " + config.port() : config.file();
        loop = DeviceLoop.of(id, clock)
                .counters(counters)
                .connect(Ports.of(transports, config.port(), config.baud(), config.file()))
                .staleAfter(stale)
                .reconnectAfter(stale.multipliedBy(LOST_AFTER))
                .remedy("check the antenna and its view of the sky if the counter noFix grows, else " + source)
                .decode(decoder)
                .facts(decoder::facts)
                .publish(out::publish)
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
}
