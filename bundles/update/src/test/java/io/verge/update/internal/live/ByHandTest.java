package io.verge.update.internal.live;

import static io.verge.update.internal.live.LiveBox.APP;
import static io.verge.update.internal.live.LiveBox.RADAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.generation.Generation;
import io.verge.update.internal.Jar;
import io.verge.update.internal.TestActivator;
import io.verge.update.internal.engine.LiveBundle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleException;

/** A release on a box on which somebody changed single bundles. */
class ByHandTest {
    @AutoClose
    private LiveBox box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = LiveBox.usual(folder, "run");
    }

    @Test
    void whatWasInstalledByHandLiesOverARelease() throws Exception {
        box.keeper().install(ByteBuffer.wrap(Jar.active(RADAR, "1.0.5").octets()));
        Generation next = box.generation(Jar.active(RADAR, "1.1.0"), Jar.active(APP, "1.1.0"));

        assertThat(box.live(RADAR).byHand()).isTrue();
        box.set().become(next);

        assertThat(box.state(RADAR)).isEqualTo("1.0.5 active");
        assertThat(box.state(APP)).isEqualTo("1.1.0 active");
    }

    @Test
    void whatWasRemovedByHandDoesNotComeBackWithARelease() throws Exception {
        box.keeper().uninstall(APP);
        Generation next = box.generation(Jar.active(APP, "1.1.0"));

        box.set().become(next);

        assertThat(box.state(APP)).isEqualTo("absent");
        assertThat(box.live(APP).byHand()).isTrue();
    }

    @Test
    void whatWasStoppedByHandIsReplacedAndStaysStopped() throws Exception {
        box.keeper().stop(RADAR);

        box.set().become(box.generation(Jar.active(RADAR, "1.1.0")));

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 not active");
    }

    @Test
    void aMaintainersUpdateThatDoesNotStartPutsTheReleasesBundleBack() throws Exception {
        box.set().become(box.generation(Jar.active(RADAR, "1.1.0")));

        assertThatThrownBy(() -> box.keeper()
                        .install(ByteBuffer.wrap(Jar.active(RADAR, "1.2.0")
                                .with(TestActivator.FAILS, "start")
                                .octets())))
                .isInstanceOf(BundleRefusedException.class);

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
        assertThat(box.keeper().list())
                .filteredOn(report -> report.name().equals(RADAR))
                .extracting(BundleReport::origin)
                .containsExactly("release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.5", "2.0.0"})
    void leavesAVersionAloneThatIsBesideTheOneOfTheRelease(String version) throws Exception {
        box.keeper().installBeside(ByteBuffer.wrap(Jar.active(RADAR, version).octets()));
        Generation next = box.generation(Jar.active(RADAR, "1.1.0"));

        assertThat(box.set().bundles())
                .filteredOn(bundle -> bundle.name().equals(RADAR))
                .extracting(LiveBundle::version)
                .containsExactly("1.0.0");
        box.set().mustResolve(next);
        box.set().become(next);
        assertThat(box.versions(RADAR)).containsExactly("1.1.0 active release", version + " active beside");

        box.set().become(Generation.SHIPPED);
        assertThat(box.versions(RADAR)).containsExactly("1.0.0 active shipped", version + " active beside");
    }

    @Test
    void hasAVersionMakeWayThatTheReleaseBringsForAll() throws Exception {
        box.keeper().installBeside(ByteBuffer.wrap(Jar.active(RADAR, "2.0.0").octets()));
        Generation next = box.generation(Jar.active(RADAR, "2.0.0"));

        box.set().mustResolve(next);
        box.set().become(next);

        assertThat(box.versions(RADAR)).containsExactly("2.0.0 active release");
        assertThat(box.workshop().store().entries()).isEmpty();
    }
}
