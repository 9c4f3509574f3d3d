package io.verge.agent.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.generation.Generation;
import io.verge.generation.SetBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundlePlanTest {
    private static final String HASH = "ab".repeat(32);
    private static final String OTHER_HASH = "cd".repeat(32);
    private static final int APPS = Mode.RUN.folders().indexOf("apps") + 1;

    private final Places places;

    BundlePlanTest(@TempDir Path folder) throws IOException {
        places = new Places(folder.resolve("opt"), folder.resolve("profile.yaml"), folder.resolve("var"));
        for (String level : Mode.RUN.folders()) {
            Files.createDirectories(places.installation().resolve("bundles").resolve(level));
        }
        jar("maintenance", "doors");
        jar("apps", "signs");
    }

    private void jar(String level, String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name + ";singleton:=true");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        try (OutputStream file = Files.newOutputStream(shippedJar(level, name))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    private Path shippedJar(String level, String name) {
        return places.installation().resolve("bundles").resolve(level).resolve(name + ".jar");
    }

    private static Generation generation(String name, String level) {
        SetBundle bundle = new SetBundle(name, "2.0.0", HASH, 10, level);
        return new Generation(7, "a", Instant.EPOCH, "", List.of(bundle));
    }

    private List<PlannedBundle> plan(Mode mode, Generation generation, boolean local) throws IOException {
        return BundlePlan.of(new Selection(mode, generation, local), places).bundles();
    }

    @Test
    void withoutAGenerationItIsWhatWasShipped() throws IOException {
        assertThat(plan(Mode.RUN, Generation.SHIPPED, true))
                .extracting(PlannedBundle::jar)
                .containsExactly(shippedJar("maintenance", "doors"), shippedJar("apps", "signs"));
    }

    @Test
    void aGenerationTakesThePlaceOfTheShippedBundleOfThatName() throws IOException {
        assertThat(plan(Mode.RUN, generation("signs", "apps"), true))
                .contains(new PlannedBundle(places.store().resolve(HASH + ".jar"), APPS, true))
                .hasSize(2);
    }

    @Test
    void aGenerationAddsWhatWasNotShipped() throws IOException {
        assertThat(plan(Mode.RUN, generation("priority", "apps"), true)).hasSize(3);
    }

    @Test
    void aChangeByHandTakesThePlaceOfTheGeneration() throws IOException {
        local("signs active " + OTHER_HASH);

        assertThat(plan(Mode.RUN, generation("signs", "apps"), true))
                .contains(new PlannedBundle(places.localBundles().resolve(OTHER_HASH + ".jar"), APPS, true))
                .hasSize(2);
    }

    @Test
    void whatWasOnlyStoppedByHandIsThatOfTheGenerationAndStopped() throws IOException {
        local("signs stopped -");

        assertThat(plan(Mode.RUN, generation("signs", "apps"), true))
                .contains(new PlannedBundle(places.store().resolve(HASH + ".jar"), APPS, false));
    }

    @Test
    void withoutTheChangesByHandTheyDoNotCount() throws IOException {
        local("signs removed -");

        assertThat(plan(Mode.RUN, Generation.SHIPPED, false)).hasSize(2);
    }

    @Test
    void aLevelThatIsNoneIsRefusedByName() {
        assertThatIOException()
                .isThrownBy(() -> plan(Mode.RUN, generation("signs", "cellar"), true))
                .withMessageContaining("cellar");
    }

    @Test
    void safeModeHasNeitherAppsNorDriversNorGate() {
        assertThat(Mode.SAFE.folders()).doesNotContain("apps", "drivers", "core", "agent", "messages");
    }

    @Test
    void aVersionBesideAnotherIsPlannedAfterIt() throws IOException {
        local("signs@2.0.0 beside " + OTHER_HASH);

        assertThat(plan(Mode.RUN, Generation.SHIPPED, true))
                .endsWith(
                        new PlannedBundle(shippedJar("apps", "signs"), APPS, true),
                        new PlannedBundle(
                                places.localBundles().resolve(OTHER_HASH + ".jar"), APPS, true, "beside:signs@2.0.0"));
    }

    @Test
    void aVersionBesideAnotherThatWasStoppedIsOnlyInstalled() throws IOException {
        local("signs@2.0.0 beside-stopped " + OTHER_HASH);

        assertThat(plan(Mode.RUN, Generation.SHIPPED, true))
                .filteredOn(bundle -> !bundle.byReference())
                .extracting(PlannedBundle::start)
                .containsExactly(false);
    }

    @Test
    void aVersionThatAllHaveByNowIsNotBesideItself() throws IOException {
        local("signs@1.0.0 beside " + OTHER_HASH);

        assertThat(plan(Mode.RUN, Generation.SHIPPED, true)).hasSize(2);
    }

    @Test
    void aLineThatIsNoneIsRefusedByPlace() throws IOException {
        local("signs@1.0.0 active " + OTHER_HASH);

        assertThatIOException()
                .isThrownBy(() -> plan(Mode.RUN, Generation.SHIPPED, true))
                .withMessageContaining("bundles.list:1");
    }

    @Test
    void theIdentityOfLocalChangesIsThatOfTheirList() throws IOException {
        assertThat(LocalBundles.identity(places.localBundles())).isEmpty();

        local("signs removed -");
        String one = LocalBundles.identity(places.localBundles());
        local("signs stopped -");

        assertThat(one).isNotEmpty().isNotEqualTo(LocalBundles.identity(places.localBundles()));
    }

    private void local(String line) throws IOException {
        Files.createDirectories(places.localBundles());
        Files.writeString(places.localBundles().resolve("bundles.list"), line + "\n");
    }
}
