package io.verge.diagnostics.internal;

import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.time.Clock;
import io.verge.api.time.Latency;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the door on a stage of its own and tells observers what has changed, five times a second at most. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.verge.diagnostics")
@Designate(ocd = DiagnosticsConfig.class)
public final class Diagnostics {
    private static final Logger LOG = LoggerFactory.getLogger(Diagnostics.class);
    private static final Duration TICK = Duration.ofMillis(200);
    /** What could not be opened is tried again every ten seconds. */
    private static final int TICKS_BEFORE_RETRY = 50;

    private final DiagnosticsConfig config;
    private final Path ownKey;
    private final Views views;
    private final Why why;
    private final Parts parts;
    private final Stage stage;
    private final Stage changes;
    private final Witness witness;
    private final Disk disk = new LocalDisk();
    private final SureTime time;
    /** Touched by the stage, and after it has ended. */
    private volatile @Nullable Door door;

    private volatile boolean closed;
    /** Touched by the stage. */
    private @Nullable ResourceTree resources;

    private @Nullable Staff staff;
    private int ticks;

    @Activate
    public Diagnostics(
            DiagnosticsConfig config,
            BundleContext context,
            @Reference Parts parts,
            @Reference Boards boards,
            @Reference Clock clock,
            @Reference Stages stages,
            @Reference Latency latency,
            @Reference ServiceComponentRuntime components,
            @Reference ConfigurationAdmin configurations) {
        this.config = config;
        this.parts = parts;
        this.ownKey = Path.of(context.getProperty("verge.state"), "coap.key");
        this.views = new Views(
                parts, boards, clock, latency, context.getBundle().getVersion().toString());
        this.witness = new Witness(parts, clock);
        this.time = new SureTime(disk, ownKey.resolveSibling("coap.time"), clock);
        this.why = new Why(parts, context, new Components(components), new Blocks(configurations));
        this.changes = stages.open("changes", 2);
        this.stage = stages.open("diagnostics", 2);
        stage.offer(this::open);
        stage.every(TICK, this::tick);
    }

    private void open() {
        try {
            Keys keys = Keys.load(ownKey, config.keys(), new SecureRandom());
            Access access = new Access(keys, staff());
            ResourceTree tree = new ResourceTree(parts, views, why, new Changes(access, witness, changes));
            resources = tree;
            staff = access.staff().orElse(null);
            Door opened = Door.open(Entrances.of(config), access, witness, tree.roots());
            door = opened;
            if (closed) {
                opened.close(); // it took longer than whoever closed has waited
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the maintainer's door cannot be opened: {}", e.getMessage(), e);
        }
    }

    /** A wrong file must not keep those out who have a key. */
    private @Nullable Staff staff() {
        try {
            Optional<StaffFiles> files = StaffFiles.of(config);
            return files.isEmpty() ? null : Staff.load(files.get(), disk, time);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error(
                    "nobody comes in with a certificate until this is corrected and the agent restarted: {}",
                    Reason.of(e));
            return null;
        }
    }

    private void tick() {
        ResourceTree tree = resources;
        if (tree != null) {
            tree.tellWhatChanged();
        }
        ticks++;
        Door open = door;
        if (open != null && ticks % TICKS_BEFORE_RETRY == 0) {
            open.openRest();
            witness.tick();
            Staff known = staff;
            if (known != null) {
                known.refresh();
            }
        }
    }

    @Deactivate
    void close() {
        closed = true;
        stage.close();
        changes.close();
        Door open = door;
        if (open != null) {
            open.close();
        }
    }
}
