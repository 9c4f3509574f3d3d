package io.verge.itests.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The crossing of the demo with a repository of releases in a folder, whose root the box trusts. */
final class UpdateBox {
    static final String MUST = "io.verge.driver.camera-must";
    /** The only device of that driver. */
    static final String CAMERA = "camera-se";

    private final Path scratch;
    private final String repository;
    private final ReleaseFolder releases;
    private final Home home;

    /**
     * Makes it. Beside it other tests come and go, so it may be slower than it was before an update.
     *
     * @param folder of the box
     * @param scratch for the repository and the jars
     * @param probation of its releases, s
     */
    UpdateBox(Path folder, Path scratch, int probation) throws Exception {
        this.scratch = scratch;
        home = Home.ofDemo(folder);
        repository = scratch.resolve("repository").toString();
        releases = new ReleaseFolder(Path.of(repository));
        Files.createDirectories(folder.resolve("trust"));
        Files.copy(releases.root(), folder.resolve("trust/root.json"));
        home.section("update: {probation: " + probation + ", tolerance: 5}\n");
    }

    Home home() {
        return home;
    }

    ReleaseFolder releases() {
        return releases;
    }

    /** For {@code --from}. */
    String repository() {
        return repository;
    }

    /** The driver of the camera in another version. */
    ReleaseFolder.Item good(String version) throws Exception {
        return must(version, Map.of(), List.of(), Map.of());
    }

    /** The same with an activator. */
    ReleaseFolder.Item bad(String version, Class<?> activator) throws Exception {
        return must(
                version,
                Map.of("Bundle-Activator", activator.getName(), "DynamicImport-Package", "org.osgi.framework"),
                List.of(activator),
                Map.of());
    }

    /** The same with other headers, and with more in it. */
    ReleaseFolder.Item must(
            String version, Map<String, String> headers, List<Class<?>> classes, Map<String, String> texts)
            throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-Version", version);
        Path jar = scratch.resolve(version + ".jar");
        BundleJars.variant(BundleJars.shipped("drivers", "verge-driver-camera-must"), jar, all, classes, texts);
        return new ReleaseFolder.Item(MUST, version, "drivers", jar);
    }

    /** Returns when it has come to its end. */
    Verge.Result apply(String release) throws Exception {
        return home.verge("update", "apply", release, "--from", repository, "--now", "--wait");
    }

    /** The same, of one that must do. */
    void install(String release) throws Exception {
        Verge.Result applied = apply(release);
        applied.assertEnded(0);
    }

    /** Returns when it has begun. */
    Verge.Result begin(String release) throws Exception {
        return home.verge("update", "apply", release, "--from", repository, "--now");
    }
}
