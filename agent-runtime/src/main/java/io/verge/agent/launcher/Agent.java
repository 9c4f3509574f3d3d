package io.verge.agent.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * A framework with the bundles of a mode. Its cache is used again when it was made of the very same files and the last start
 * with it came to its end; otherwise it is made anew, so a cache that a power cut has damaged is never trusted twice.
 */
public final class Agent {
    /** How long a stop may take before the process ends anyway; {@code verge.stop.millis} says it for a machine that is slower than a box. */
    public static final long STOP_MILLIS = Long.getLong("verge.stop.millis", 1_800);

    private static final Logger LOG = Logger.getLogger(Agent.class.getName());

    private final Selection selection;
    private final Places places;
    private final Map<String, String> properties;
    private final Watch watch;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    /**
     * The shipped bundles of a mode.
     *
     * @param properties framework properties that bundles read, beside those of the places
     */
    public Agent(Mode mode, Places places, Map<String, String> properties) {
        this(Selection.shipped(mode), places, properties, Watch.NONE);
    }

    Agent(Selection selection, Places places, Map<String, String> properties, Watch watch) {
        this.selection = selection;
        this.places = places;
        this.properties = Map.copyOf(properties);
        this.watch = watch;
    }

    /** Asks the agent to end with this exit code; any thread. The first one counts. */
    public void requestExit(int code) {
        exit.complete(code);
    }

    /**
     * Runs until a bundle or {@link #requestExit} asks for the end.
     *
     * @return the exit code asked for
     * @throws AgentException when the framework does not start; it says why and what to do
     */
    public int run() throws AgentException, InterruptedException {
        try {
            Framework framework = start();
            try {
                return exit.join();
            } finally {
                stop(framework);
            }
        } finally {
            watch.end();
        }
    }

    private Framework start() throws AgentException, InterruptedException {
        System.setProperty("java.io.tmpdir", places.temporary().toString()); // native libraries are unpacked there
        BundlePlan plan;
        String fingerprint;
        try {
            plan = BundlePlan.of(selection, places);
            fingerprint = plan.fingerprint();
            Files.createDirectories(places.state());
            Files.createDirectories(places.temporary());
        } catch (IOException e) {
            throw new AgentException("the agent's files cannot be read or written: " + e.getMessage(), e);
        }
        boolean warm = isCacheOf(fingerprint);
        try {
            return start(plan, fingerprint, warm);
        } catch (BundleException | IOException | RuntimeException e) {
            if (!warm) {
                throw new AgentException("the framework does not start: " + e.getMessage(), e);
            }
            LOG.log(Level.WARNING, "the framework's cache is not usable, and is made anew", e);
        }
        try {
            return start(plan, fingerprint, false);
        } catch (BundleException | IOException | RuntimeException e) {
            throw new AgentException("the framework does not start: " + e.getMessage(), e);
        }
    }

    private boolean isCacheOf(String fingerprint) {
        try {
            return Files.isDirectory(places.frameworkCache())
                    && Files.exists(places.cachePlan())
                    && Files.readString(places.cachePlan()).equals(fingerprint);
        } catch (IOException e) {
            return false;
        }
    }

    private Framework start(BundlePlan plan, String fingerprint, boolean warm)
            throws BundleException, IOException, InterruptedException {
        Files.deleteIfExists(places.cachePlan()); // comes back when this start has come to its end
        if (!warm) {
            delete(places.frameworkCache());
        }
        Framework framework = new Felix(configuration());
        framework.init();
        try {
            framework
                    .getBundleContext()
                    .registerService(
                            IntConsumer.class,
                            this::requestExit,
                            FrameworkUtil.asDictionary(Map.of("verge.exit", true)));
            if (warm) {
                mustBeComplete(plan, framework.getBundleContext());
            } else {
                install(plan, framework.getBundleContext());
            }
            watch.begin(framework);
            framework.start();
            Files.writeString(places.cachePlan(), fingerprint);
            return framework;
        } catch (BundleException | IOException | RuntimeException e) {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
            throw e;
        }
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(properties);
        configuration.put(Constants.FRAMEWORK_STORAGE, places.frameworkCache().toString());
        configuration.put(
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                Integer.toString(selection.mode().folders().size()));
        configuration.put("felix.log.logger", new FrameworkLog());
        configuration.put("felix.log.level", "2");
        configuration.put("felix.cm.pm", "memory"); // the profile is the only truth
        configuration.put("ds.loglevel", "2");
        configuration.put("verge.mode", selection.mode().name().toLowerCase(Locale.ROOT));
        configuration.put("verge.installation", places.installation().toString());
        configuration.put("verge.levels", String.join(",", levels()));
        configuration.put("verge.profile", places.profile().toString());
        configuration.put("verge.state", places.state().toString());
        configuration.put("verge.bundles", places.localBundles().toString());
        configuration.put("verge.store", places.store().toString());
        configuration.put(
                "verge.generation", Integer.toString(selection.generation().number()));
        configuration.put("verge.framework.plan", places.cachePlan().toString());
        return configuration;
    }

    /** Of the next start: that of a box in safe mode is to be one of all levels. */
    private List<String> levels() {
        return selection.mode() == Mode.SAFE
                ? Mode.RUN.folders()
                : selection.mode().folders();
    }

    /** The framework passes over what it cannot read of its cache, and would start with less than all. */
    private static void mustBeComplete(BundlePlan plan, BundleContext context) throws IOException {
        for (PlannedBundle planned : plan.bundles()) {
            if (context.getBundle(planned.location()) == null) {
                throw new IOException(planned.jar() + " is missing in it");
            }
        }
    }

    private static Bundle install(PlannedBundle planned, BundleContext context) throws BundleException, IOException {
        if (planned.byReference()) {
            return context.installBundle(planned.location());
        }
        try (InputStream in = Files.newInputStream(planned.jar())) {
            return context.installBundle(planned.location(), in);
        }
    }

    private static void install(BundlePlan plan, BundleContext context) throws BundleException, IOException {
        for (PlannedBundle planned : plan.bundles()) {
            Bundle bundle = install(planned, context);
            bundle.adapt(BundleStartLevel.class).setStartLevel(planned.level());
            if (planned.start()) {
                bundle.start();
            }
        }
    }

    private void stop(Framework framework) throws InterruptedException {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            LOG.log(Level.WARNING, "the framework does not stop", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
