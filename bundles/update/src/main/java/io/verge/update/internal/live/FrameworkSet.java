package io.verge.update.internal.live;

import io.verge.api.bundle.BundlePlace;
import io.verge.api.device.Device;
import io.verge.api.disk.Disk;
import io.verge.api.observation.ObservationListener;
import io.verge.api.time.Clock;
import io.verge.api.update.DevicePause;
import io.verge.generation.ContentStore;
import io.verge.generation.Generation;
import io.verge.update.internal.InPlace;
import io.verge.update.internal.Inventory;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import io.verge.update.internal.Workshop;
import io.verge.update.internal.engine.LiveBundle;
import io.verge.update.internal.engine.LiveSet;
import io.verge.update.internal.engine.SwitchException;
import io.verge.update.internal.engine.UnresolvedException;
import io.verge.update.internal.live.Shipped.ShippedJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of this framework as the engine of updates changes them: drivers and apps in place, all else by a restart. What is done to
 * a bundle is done on a thread of its own, for a while only. One thread at a time.
 */
public final class FrameworkSet implements LiveSet, AutoCloseable {
    /** How long one bundle may take from its stop to its start. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** The exit code with which whoever started the process starts it again: as the launcher has it. */
    static final int START_AGAIN = 75;

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkSet.class);
    private static final Set<String> IN_PLACE_LEVELS = Set.of("drivers", "apps");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final String SAFE = "safe";
    private static final String RUN = "run";
    /** How long to wait for a maintainer's change. */
    private static final long TURN_SECONDS = 60;

    private final Workshop workshop;
    private final BundleContext context;
    private final Disk disk;
    private final Clock clock;
    private final Shipped shipped;
    private final Difference difference;
    private final Patience patience;
    private final Figures figures;
    private final PauseMeter meter;
    private final Path scratch;
    private final String mode;
    private @Nullable ServiceRegistration<ObservationListener> hearing;

    /**
     * Reads where things are from the properties that the launcher has given the framework.
     *
     * @param limit how long one bundle may take from its stop to its start
     */
    public FrameworkSet(Workshop workshop, ContentStore contents, Disk disk, Clock clock, Duration limit) {
        this.workshop = workshop;
        this.context = workshop.context();
        this.disk = disk;
        this.clock = clock;
        Path state = Path.of(property("verge.state"));
        mode = property("verge.mode");
        shipped = new Shipped(
                disk,
                Path.of(property("verge.installation")).resolve("bundles"),
                COMMA.splitAsStream(property("verge.levels")).toList());
        difference = new Difference(workshop, contents, shipped);
        patience = new Patience(limit);
        figures = new Figures(disk, state.resolve("update"));
        meter = new PauseMeter(clock, figures);
        scratch = state.resolve("tmp").resolve("future");
        figures.started(clock.now());
    }

    private String property(String name) {
        String value = context.getProperty(name);
        return value == null ? "" : value;
    }

    @Override
    public int generation() {
        return workshop.generation();
    }

    @Override
    public String passedOver() {
        return property("verge.start.why");
    }

    @Override
    public List<LiveBundle> bundles() {
        Inventory inventory = workshop.inventory();
        List<LiveBundle> bundles = new ArrayList<>();
        Map<String, Entry> byHand = byHand();
        for (Bundle bundle : inventory.ofSet()) {
            String name = String.valueOf(bundle.getSymbolicName());
            bundles.add(new LiveBundle(
                    name,
                    bundle.getVersion().toString(),
                    inventory.digestOf(bundle),
                    inventory.fileOf(bundle),
                    isInPlace(name),
                    Difference.isByHand(byHand.get(name))));
        }
        byHand.forEach((name, entry) -> {
            boolean beside = name.indexOf('@') >= 0; // NAME@VERSION
            if (entry.fate() == Fate.REMOVED && !beside && inventory.find(name) == null) {
                bundles.add(new LiveBundle(name, "", "", null, isInPlace(name), true));
            }
        });
        return bundles;
    }

    /** Of a list that cannot be read nothing is known, and nothing is changed: {@link #become} says so. */
    private Map<String, Entry> byHand() {
        try {
            return workshop.store().entries();
        } catch (IOException e) {
            LOG.warn("what was changed on this box by hand is not known: {}", e.getMessage());
            return Map.of();
        }
    }

    private boolean isInPlace(String name) {
        return Inventory.isDriverOrApp(name) && !mode.equals(SAFE);
    }

    @Override
    public Optional<String> shippedVersion(String name) {
        try {
            return Optional.ofNullable(shipped.jars().get(name)).map(ShippedJar::version);
        } catch (IOException e) {
            LOG.warn("the shipped bundles cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public boolean mayBeAdded(String name, String level) {
        return isInPlace(name) && IN_PLACE_LEVELS.contains(level) && shipped.startLevel(level) > 0;
    }

    @Override
    public List<DevicePause> pauses(Collection<String> bundles) {
        figures.save();
        List<DevicePause> pauses = new ArrayList<>();
        for (ServiceReference<Device> device : devices()) {
            String bundle = String.valueOf(device.getBundle().getSymbolicName());
            boolean pinned = BundlePlace.isBeside(device.getBundle().getLocation()); // to a version that stays
            if (bundles.contains(bundle) && !pinned && device.getProperty("id") instanceof String id) {
                pauses.add(new DevicePause(id, bundle, figures.pause(id).orElse(null)));
            }
        }
        return pauses;
    }

    private Collection<ServiceReference<Device>> devices() {
        try {
            return context.getServiceReferences(Device.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    @Override
    public @Nullable Duration restartTime() {
        return figures.restart();
    }

    @Override
    public void mustResolve(Generation future) throws UnresolvedException {
        try {
            disk.folders(scratch);
            boolean safe = mode.equals(SAFE); // where most is missing
            List<Bundle> present = safe ? List.of() : workshop.inventory().all();
            new FutureSet(context, scratch).mustResolve(difference.files(future), present, !safe);
        } catch (IOException e) {
            throw new UnresolvedException("the set cannot be tried: " + e.getMessage());
        }
    }

    @Override
    public boolean canBecome(Generation wanted) {
        try {
            return difference.to(wanted).stream().allMatch(this::isInPlace);
        } catch (IOException e) {
            LOG.warn("what has to be changed is not known: {}", e.getMessage());
            return false;
        }
    }

    private boolean isInPlace(Step step) {
        return step instanceof Step.Add add ? mayBeAdded(add.name(), add.level()) : isInPlace(step.name());
    }

    @Override
    public void become(Generation wanted) throws SwitchException {
        try {
            if (!workshop.turn().tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new SwitchException("another change is still being made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwitchException("the agent is being stopped", e);
        }
        try {
            becomeInTurn(wanted);
        } finally {
            workshop.turn().unlock();
            figures.save();
        }
    }

    private void becomeInTurn(Generation wanted) throws SwitchException {
        List<Step> steps;
        try {
            steps = difference.to(wanted);
            workshop.store().begin();
        } catch (IOException e) {
            throw new SwitchException("nothing was changed: " + e.getMessage(), e);
        }
        List<String> failures = new ArrayList<>();
        for (Step step : steps) {
            try {
                if (!isInPlace(step)) {
                    throw new SwitchException(step.name() + " can only be changed with a restart");
                }
                make(step);
            } catch (SwitchException e) {
                LOG.warn("{}", e.getMessage());
                failures.add(e.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new SwitchException(String.join("; ", failures));
        }
        workshop.generation(wanted.number());
    }

    private void make(Step step) throws SwitchException {
        patience.run(step.name(), wanted -> {
            if (step instanceof Step.Remove remove) {
                remove(remove.bundle());
            } else if (step instanceof Step.Replace replace) {
                replace(replace, wanted);
            } else if (step instanceof Step.Add add) {
                add(add, wanted);
            } else if (step instanceof Step.Start start) {
                wanted.check();
                start.bundle().start();
            }
        });
    }

    private void remove(Bundle bundle) throws BundleException {
        bundle.uninstall();
        workshop.inventory().forget(bundle);
        LOG.info("bundle {} {} is gone", bundle.getSymbolicName(), bundle.getVersion());
    }

    private void replace(Step.Replace step, Patience.StillWanted wanted) throws BundleException, IOException {
        Bundle bundle = step.bundle();
        List<String> silent =
                pauses(Set.of(step.name())).stream().map(DevicePause::device).toList();
        InPlace.stopQuietly(bundle); // or the framework would start it as soon as it is updated
        if (step.run() && !silent.isEmpty()) {
            hear();
            meter.stopped(silent);
        }
        wanted.check();
        workshop.makeWay(step.name(), step.jar());
        try (InputStream in = disk.open(step.jar())) {
            bundle.update(in);
        }
        workshop.inventory().place(bundle, step.sha256(), step.jar());
        wanted.check();
        if (step.run()) {
            bundle.start();
        }
        LOG.info("bundle {} is now {}", step.name(), bundle.getVersion());
    }

    private void add(Step.Add step, Patience.StillWanted wanted) throws BundleException, IOException {
        workshop.makeWay(step.name(), step.jar());
        Bundle bundle = context.installBundle("reference:" + step.jar().toUri());
        workshop.inventory().place(bundle, step.sha256(), step.jar());
        bundle.adapt(BundleStartLevel.class).setStartLevel(shipped.startLevel(step.level()));
        wanted.check();
        bundle.start();
        LOG.info("bundle {} {} is new", step.name(), bundle.getVersion());
    }

    private void hear() {
        if (hearing == null) {
            hearing = context.registerService(ObservationListener.class, meter, null);
        }
    }

    @Override
    public Set<String> silent() {
        return meter.silent();
    }

    @Override
    public Optional<String> noRestart() {
        return mode.equals(RUN) || mode.equals(SAFE)
                ? Optional.empty()
                : Optional.of("it changes the agent's core, which needs a restart, and `verge " + mode
                        + "` is not started again: try it with `verge run`");
    }

    @Override
    public void restart(String why) {
        LOG.info("the agent restarts: {}", why);
        figures.restarting(clock.now());
        try {
            for (ServiceReference<IntConsumer> exit :
                    context.getServiceReferences(IntConsumer.class, "(verge.exit=true)")) {
                IntConsumer launcher = context.getService(exit);
                if (launcher != null) {
                    launcher.accept(START_AGAIN);
                    return;
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is right", e);
        }
        LOG.error("the launcher cannot be asked for a restart: restart the agent by hand");
    }

    /** Does not listen any more; the bundles stay as they are. */
    @Override
    public void close() {
        ServiceRegistration<ObservationListener> heard = hearing;
        if (heard != null) {
            hearing = null;
            heard.unregister();
        }
        figures.save();
    }
}
