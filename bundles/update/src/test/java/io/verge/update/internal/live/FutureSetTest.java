package io.verge.update.internal.live;

import static io.verge.update.internal.live.LiveBox.CORE;
import static io.verge.update.internal.live.LiveBox.RADAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.generation.Generation;
import io.verge.update.internal.Jar;
import io.verge.update.internal.engine.UnresolvedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/** Whether a set would resolve, before anything is touched. */
class FutureSetTest {
    @AutoClose
    private LiveBox box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = LiveBox.usual(folder, "run");
    }

    @Test
    void aSetThatResolvesPassesAndTouchesNothing() throws Exception {
        int before = box.framework().getBundleContext().getBundles().length;

        box.set().mustResolve(box.generation(Jar.active(RADAR, "1.1.0"), Jar.active(CORE, "2.0.0")));

        assertThat(box.framework().getBundleContext().getBundles()).hasSize(before);
        assertThat(box.state(CORE)).isEqualTo("1.0.0 active");
    }

    @Test
    void aSetThatMissesAPackageIsRefusedWithItsName() throws Exception {
        Generation next = box.generation(
                Jar.active(RADAR, "1.1.0").with("Import-Package", "org.osgi.framework,org.example.absent"));

        assertThatThrownBy(() -> box.set().mustResolve(next))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContainingAll(RADAR + " 1.1.0 needs", "org.example.absent");
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
    }

    @Test
    void aSetInWhichACoreBundleTakesAwayWhatADriverNeedsIsRefused(@TempDir Path folder) throws Exception {
        Map<String, Jar> shipped = Map.of(
                "core/perception.jar", Jar.bundle(CORE, "1.0.0").with("Export-Package", "io.example.lanes"),
                "drivers/radar.jar", Jar.bundle(RADAR, "1.0.0").with("Import-Package", "io.example.lanes"));
        try (LiveBox other = new LiveBox(folder, "run", shipped)) {
            assertThatThrownBy(() -> other.set().mustResolve(other.generation(Jar.bundle(CORE, "1.1.0"))))
                    .isInstanceOf(UnresolvedException.class)
                    .hasMessageContainingAll(RADAR + " 1.0.0 needs", "io.example.lanes");
        }
    }

    @Test
    void aSetThatLosesAServiceIsRefusedWithWhoNeedsIt(@TempDir Path folder) throws Exception {
        String needs = "osgi.service;effective:=active;filter:=\"(objectClass=io.example.Lanes)\"";
        Map<String, Jar> shipped = Map.of(
                "core/perception.jar",
                Jar.bundle(CORE, "1.0.0")
                        .with("Provide-Capability", "osgi.service;objectClass:List<String>=\"io.example.Lanes\""),
                "drivers/radar.jar",
                Jar.bundle(RADAR, "1.0.0").with("Require-Capability", needs));
        try (LiveBox other = new LiveBox(folder, "run", shipped)) {
            assertThatThrownBy(() -> other.set().mustResolve(other.generation(Jar.bundle(CORE, "1.1.0"))))
                    .isInstanceOf(UnresolvedException.class)
                    .hasMessageContainingAll(RADAR, "io.example.Lanes");
        }
    }

    @Test
    void aServiceThatIsMissingAlreadyIsNotHeldAgainstTheNewSet(@TempDir Path folder) throws Exception {
        String needs = "osgi.service;effective:=active;filter:=\"(objectClass=io.example.Absent)\"";
        Map<String, Jar> shipped =
                Map.of("drivers/radar.jar", Jar.bundle(RADAR, "1.0.0").with("Require-Capability", needs));
        try (LiveBox other = new LiveBox(folder, "run", shipped)) {
            other.set().mustResolve(other.generation(Jar.bundle(RADAR, "1.1.0").with("Require-Capability", needs)));
        }
    }

    @Test
    void refusesASetInWhichWhatIsBesideWouldNotResolve() throws Exception {
        String service = "io.verge.app.library";
        Generation with = box.generation(Jar.bundle(service, "1.0.0").with("Provide-Capability", "test.beside"));
        box.set().become(with);
        box.keeper()
                .installBeside(
                        ByteBuffer.wrap(Jar.active(RADAR, "2.0.0")
                                .with("Require-Capability", "test.beside")
                                .octets()),
                        name -> true);

        box.set().mustResolve(with);
        assertThatThrownBy(() -> box.set().mustResolve(Generation.SHIPPED))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining(RADAR + " 2.0.0");
    }
}
