package io.verge.update.internal.live;

import io.verge.api.disk.LocalDisk;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import io.verge.testkit.ManualClock;
import io.verge.update.internal.BundleKeeper;
import io.verge.update.internal.Jar;
import io.verge.update.internal.LocalStore;
import io.verge.update.internal.Workshop;
import io.verge.update.internal.engine.LiveBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/** A real framework that runs an installation with the levels core, drivers and apps, and the set of its bundles. */
final class LiveBox implements AutoCloseable {
    static final String RADAR = "io.verge.driver.radar";
    static final String CAMERA = "io.verge.driver.camera";
    static final String APP = "io.verge.app.warning";
    static final String CORE = "io.verge.perception";

    private static final String ACTIVATOR = "io/verge/update/internal/live/DeviceActivator";
    private static final List<String> LEVELS = List.of("core", "drivers", "apps");

    final ManualClock clock = ManualClock.standing();
    final Generations generations;
    final List<Integer> exits = new ArrayList<>();
    private final Path folder;
    private final Framework framework;
    private final Workshop workshop;
    private FrameworkSet set;

    /** @param shipped by the path below {@code bundles}, such as {@code drivers/radar.jar} */
    LiveBox(Path folder, String mode, Map<String, Jar> shipped) throws IOException, BundleException {
        this.folder = folder;
        generations = new Generations(new LocalDisk(), state());
        for (String level : LEVELS) {
            Files.createDirectories(folder.resolve("bundles").resolve(level));
        }
        for (Map.Entry<String, Jar> jar : shipped.entrySet()) {
            Files.write(
                    folder.resolve("bundles").resolve(jar.getKey()),
                    jar.getValue().octets());
        }
        framework = new Felix(properties(mode));
        framework.init();
        framework
                .getBundleContext()
                .registerService(IntConsumer.class, exits::add, FrameworkUtil.asDictionary(Map.of("verge.exit", true)));
        install();
        framework.start();
        Files.writeString(plan(), "the cache may be used again");
        workshop = new Workshop(framework.getBundleContext());
        set = startSet();
    }

    /** A radar, a camera with a device, an app and one of the core, each of version 1.0.0. */
    static LiveBox usual(Path folder, String mode) throws IOException, BundleException {
        return new LiveBox(
                folder,
                mode,
                Map.of(
                        "drivers/radar.jar", Jar.active(RADAR, "1.0.0"),
                        "drivers/camera.jar", camera("1.0.0"),
                        "apps/warning.jar", Jar.active(APP, "1.0.0"),
                        "core/perception.jar", Jar.active(CORE, "1.0.0")));
    }

    /** A driver with one device. */
    static Jar camera(String version) {
        return Jar.bundle(CAMERA, version)
                .with("Bundle-Activator", DeviceActivator.class.getName())
                .with(DeviceActivator.DEVICE, "camera-nw")
                .with("Import-Package", "org.osgi.framework,io.verge.api.device,io.verge.api.status")
                .entry(ACTIVATOR + ".class", classFile(ACTIVATOR))
                .entry(ACTIVATOR + "$1.class", classFile(ACTIVATOR + "$1"));
    }

    private static byte[] classFile(String name) {
        try (InputStream in = LiveBox.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> properties(String mode) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, state().resolve("framework").toString());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(LEVELS.size()));
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "io.verge.api.device,io.verge.api.status");
        properties.put("felix.log.level", "0");
        properties.put("verge.mode", mode);
        properties.put("verge.levels", String.join(",", LEVELS));
        properties.put("verge.installation", folder.toString());
        properties.put("verge.state", state().toString());
        properties.put("verge.store", state().resolve("store").toString());
        properties.put("verge.bundles", state().resolve("bundles").toString());
        properties.put("verge.framework.plan", plan().toString());
        return properties;
    }

    private void install() throws IOException, BundleException {
        for (String level : LEVELS) {
            try (Stream<Path> jars = Files.list(folder.resolve("bundles").resolve(level))) {
                for (Path jar : jars.sorted().toList()) {
                    Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
                    bundle.adapt(BundleStartLevel.class).setStartLevel(LEVELS.indexOf(level) + 1);
                    bundle.start();
                }
            }
        }
    }

    private Path state() {
        return folder.resolve("var");
    }

    Path plan() {
        return state().resolve("framework.plan");
    }

    /** As after a start of the process, though the bundles go on. */
    FrameworkSet startSet() {
        return startSet(FrameworkSet.USUAL_LIMIT);
    }

    /** @param limit for each bundle */
    FrameworkSet startSet(Duration limit) {
        set = new FrameworkSet(workshop, generations.store(), new LocalDisk(), clock, limit);
        return set;
    }

    FrameworkSet set() {
        return set;
    }

    Workshop workshop() {
        return workshop;
    }

    BundleKeeper keeper() {
        return new BundleKeeper(workshop);
    }

    Framework framework() {
        return framework;
    }

    /** A generation of these; the level of each is by its name. */
    Generation generation(Jar... jars) throws IOException {
        List<SetBundle> bundles = new ArrayList<>();
        for (Jar jar : jars) {
            byte[] octets = jar.octets();
            String sha256 = LocalStore.digest(write(octets));
            try (InputStream in = new ByteArrayInputStream(octets)) {
                generations.store().add(sha256, octets.length, in);
            }
            String level = jar.name().startsWith("io.verge.driver.")
                    ? "drivers"
                    : jar.name().startsWith("io.verge.app.") ? "apps" : "core";
            bundles.add(new SetBundle(jar.name(), jar.version(), sha256, octets.length, level));
        }
        return generations.make("2026.12.1", "a test", clock.now(), bundles);
    }

    LiveBundle live(String name) {
        return set.bundles().stream()
                .filter(bundle -> bundle.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Bundle> named(String name) {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()));
    }

    Bundle bundle(String name) {
        return named(name).findFirst().orElseThrow();
    }

    /** {@code VERSION STATE ORIGIN} of each version of it. */
    List<String> versions(String name) {
        return keeper().list().stream()
                .filter(report -> report.name().equals(name))
                .map(report -> report.version() + " " + report.state() + " " + report.origin())
                .toList();
    }

    private Path write(byte[] octets) throws IOException {
        return Files.write(folder.resolve("made.jar"), octets);
    }

    /** {@code VERSION STATE}; {@code absent} when there is none. */
    String state(String name) {
        return named(name)
                .map(bundle -> bundle.getVersion() + (bundle.getState() == Bundle.ACTIVE ? " active" : " not active"))
                .findFirst()
                .orElse("absent");
    }

    @Override
    public void close() throws BundleException {
        set.close();
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
