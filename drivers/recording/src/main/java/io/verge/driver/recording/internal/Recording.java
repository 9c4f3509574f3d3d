package io.verge.driver.recording.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observations;
import io.verge.api.time.Clock;
import io.verge.device.Transports;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.annotations.Designate;

/** A recording that stands in for the sensors that it was made of. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.recording")
@Designate(ocd = RecordingConfig.class, factory = true)
public final class Recording implements Device {
    private final String id;
    private final Player player;

    /**
     * @param replay the thread that moves time in a replay, which plays the recording then; null on a live clock, where the
     *     recording has a thread of its own
     */
    @Activate
    public Recording(
            RecordingConfig config,
            @Reference Transports transports,
            @Reference Observations out,
            @Reference Clock clock,
            @Reference(
                            service = Executor.class,
                            cardinality = ReferenceCardinality.OPTIONAL,
                            target = "(verge.replay=true)")
                    @Nullable
                    Executor replay) {
        id = config.id();
        Path path = path(config.file());
        player = new Player(config.file(), config.repeat(), () -> transports.file(path), out, clock);
        if (replay == null) {
            Thread thread = new Thread(player, "device-" + id);
            thread.setDaemon(true);
            thread.start();
        } else {
            replay.execute(player);
        }
    }

    private static Path path(String file) {
        if (file.isBlank()) {
            throw new IllegalArgumentException("key 'file' is blank, expected the path of a recording");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("key 'file' is '" + file + "', expected a path: " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return player.status();
    }

    /** Stops playing. */
    @Deactivate
    public void close() {
        player.close();
    }
}
