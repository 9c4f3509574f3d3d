package io.verge.update.internal.live;

import static io.verge.update.internal.live.LiveBox.APP;
import static io.verge.update.internal.live.LiveBox.CORE;
import static io.verge.update.internal.live.LiveBox.RADAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.generation.Generation;
import io.verge.update.internal.Jar;
import io.verge.update.internal.TestActivator;
import io.verge.update.internal.engine.SwitchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

class FrameworkSetTest {
    @AutoClose
    private LiveBox box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = LiveBox.usual(folder, "run");
    }

    @Test
    void replacesADriverInPlaceAndGoesBackToTheShippedOne() throws Exception {
        Generation next = box.generation(Jar.active(RADAR, "1.1.0"));

        assertThat(box.set().canBecome(next)).isTrue();
        box.set().become(next);
        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
        assertThat(box.set().generation()).isEqualTo(next.number());
        assertThat(box.live(RADAR).sha256()).isEqualTo(next.bundles().get(0).sha256());

        box.set().become(Generation.SHIPPED);
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.set().generation()).isZero();
    }

    @Test
    void touchesNothingThatIsAsItShouldBe() throws Exception {
        Generation next = box.generation(Jar.active(RADAR, "1.1.0"));
        box.set().become(next);
        Bundle radar = box.bundle(RADAR);
        Bundle app = box.bundle(APP);
        long radarChanged = radar.getLastModified();
        ServiceReference<?>[] services = app.getRegisteredServices();

        box.set().become(next);

        assertThat(radar.getLastModified()).isEqualTo(radarChanged);
        assertThat(app.getRegisteredServices()).isEqualTo(services);
    }

    @Test
    void addsANewAppAndTakesItAwayAgain() throws Exception {
        String added = "io.verge.app.new";
        Generation next = box.generation(Jar.active(added, "1.0.0"));

        assertThat(box.set().canBecome(next)).isTrue();
        box.set().become(next);
        assertThat(box.state(added)).isEqualTo("1.0.0 active");

        box.set().become(Generation.SHIPPED);
        assertThat(box.state(added)).isEqualTo("absent");
    }

    @Test
    void theCoreNeedsARestart() throws Exception {
        Generation next = box.generation(Jar.active(CORE, "1.1.0"), Jar.active(RADAR, "1.1.0"));

        assertThat(box.set().canBecome(next)).isFalse();
        assertThatThrownBy(() -> box.set().become(next))
                .isInstanceOf(SwitchException.class)
                .hasMessageContaining(CORE + " can only be changed with a restart");
        assertThat(box.state(CORE)).isEqualTo("1.0.0 active");
    }

    @Test
    void inSafeModeNothingIsChangedWithoutARestart(@TempDir Path folder) throws Exception {
        try (LiveBox safe = LiveBox.usual(folder, "safe")) {
            assertThat(safe.set().canBecome(safe.generation(Jar.active(RADAR, "1.1.0"))))
                    .isFalse();
            assertThat(safe.set().mayBeAdded(RADAR, "drivers")).isFalse();
        }
    }

    @Test
    void oneThatThrowsAtItsStartIsNamedAndTheOthersAreDoneAllTheSame() throws Exception {
        Generation next =
                box.generation(Jar.active(RADAR, "1.1.0").with(TestActivator.FAILS, "start"), Jar.active(APP, "1.1.0"));

        assertThatThrownBy(() -> box.set().become(next))
                .isInstanceOf(SwitchException.class)
                .hasMessageContainingAll(RADAR + " does not start", "no radar at start");
        assertThat(box.state(APP)).isEqualTo("1.1.0 active");
        assertThat(box.set().generation()).isZero();

        box.set().become(Generation.SHIPPED);
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.state(APP)).isEqualTo("1.0.0 active");
    }

    @Test
    void oneThatHangsAtItsStartIsGivenUpAndCanBeReplaced() throws Exception {
        Generation next = box.generation(Jar.active(RADAR, "1.1.0").with(TestActivator.HANGS, "start"));

        FrameworkSet hasty = box.startSet(Duration.ofMillis(500));
        assertThatThrownBy(() -> hasty.become(next))
                .isInstanceOf(SwitchException.class)
                .hasMessageContainingAll(RADAR + " does not", "within 0.5 s");

        box.startSet().become(Generation.SHIPPED);
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
    }

    @Test
    void theNextStartMakesTheFrameworksCacheAnew() throws Exception {
        box.set().become(box.generation(Jar.active(RADAR, "1.1.0")));

        assertThat(Files.exists(box.plan())).isFalse();
    }
}
