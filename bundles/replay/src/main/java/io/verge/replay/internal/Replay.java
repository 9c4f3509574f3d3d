package io.verge.replay.internal;

import io.verge.api.air.Radio;
import io.verge.api.device.Device;
import io.verge.api.geo.Wgs84;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.site.Site;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins and ends a replay, and writes what comes of it. It ends when what is played has ended, which the thread that plays
 * it knows by itself, so nobody has to look for it; then the files are closed and the launcher is told: 0 when the recording
 * was played to its end and everything is written, else 1.
 */
@Component(
        service = SceneListener.class,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.replay")
@Designate(ocd = ReplayConfig.class)
public final class Replay implements SceneListener {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final IntConsumer exit;
    private final Quiet quiet;
    private final @Nullable SceneWriter scenes;
    private final @Nullable PcapRadio radio;
    private final @Nullable ServiceRegistration<?> radioService;
    private final List<Device> recordings = new CopyOnWriteArrayList<>();
    private volatile @Nullable Site site;

    private final Object files = new Object();
    /** Guarded by files. */
    private boolean failed;

    private boolean closed;

    @Activate
    public Replay(
            ReplayConfig config,
            BundleContext context,
            @Reference ReplayTime time,
            @Reference(target = "(verge.exit=true)") IntConsumer exit) {
        this.exit = exit;
        quiet = new Quiet(context);
        try {
            Pace pace = Pace.of(config.speed(), new RealTime.OfSystem());
            scenes = config.scenes().isBlank() ? null : SceneWriter.create(path("scenes", config.scenes()));
            radio = config.messages().isBlank()
                    ? null
                    : new PcapRadio(PcapFile.create(path("messages", config.messages())), time, this::place);
            time.begin(quiet, pace, this::end);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("the replay cannot begin: {}", e.toString());
            exit.accept(1);
            throw new IllegalArgumentException("the replay cannot begin", e);
        }
        radioService = radio == null
                ? null
                : context.registerService(new String[] {Radio.class.getName(), Device.class.getName()}, radio, null);
    }

    private static Path path(String key, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("key '" + key + "' is '" + value + "', expected a path", e);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(service.factoryPid=io.verge.driver.recording)")
    void addRecording(Device device) {
        recordings.add(device);
    }

    void removeRecording(Device device) {
        recordings.remove(device);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSite(Site here) {
        site = here;
    }

    void unsetSite(Site gone) {
        if (site == gone) {
            site = null;
        }
    }

    private @Nullable Wgs84 place() {
        Site here = site;
        return here == null ? null : here.frame().origin();
    }

    @Override
    public void onScene(Scene scene) {
        synchronized (files) {
            if (scenes == null || failed || closed) {
                return;
            }
            try {
                scenes.write(scene);
            } catch (IOException e) {
                failed = true;
                LOG.error("the scenes cannot be written: {}", e.toString());
            }
        }
    }

    private void end(boolean played) {
        boolean good = played;
        if (!played) {
            LOG.error("nothing was played: the profile needs a device with the driver recording");
        }
        for (Device recording : recordings) {
            Status status = recording.status().status();
            if (status.state() != State.FINISHED) {
                good = false;
                Trouble why = status.trouble();
                LOG.error("{}: {}", recording.id(), why == null ? status.state() : why.cause() + "; " + why.remedy());
            }
        }
        good &= closeFiles();
        exit.accept(good ? 0 : 1);
    }

    /** Whether all is written. */
    private boolean closeFiles() {
        synchronized (files) {
            if (closed) {
                return !failed;
            }
            closed = true;
            closeFile(scenes);
            closeFile(radio);
            return !failed;
        }
    }

    private void closeFile(@Nullable Closeable file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            failed = true;
            LOG.error("a file of the replay cannot be written: {}", e.toString());
        }
    }

    /** Stops writing; what was written is kept. */
    @Deactivate
    public void close() {
        quiet.close();
        if (radioService != null) {
            radioService.unregister();
        }
        closeFiles();
    }
}
