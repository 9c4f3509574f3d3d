package io.verge.update.internal.live;

import static io.verge.update.internal.live.LiveBox.CAMERA;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.ContactChange;
import io.verge.api.observation.ObservationListener;
import io.verge.api.time.Stamps;
import io.verge.api.update.DevicePause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** What a change costs: silent devices, and restarts. */
class PausesTest {
    @AutoClose
    private LiveBox box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = LiveBox.usual(folder, "run");
    }

    @Test
    void measuresHowLongADeviceIsNotHeard() throws Exception {
        assertThat(box.set().pauses(List.of(CAMERA))).containsExactly(new DevicePause("camera-nw", CAMERA, null));
        box.set().become(box.generation(LiveBox.camera("1.1.0")));

        box.clock.advance(Duration.ofMillis(320));
        say("camera-nw");
        box.clock.advance(Duration.ofMillis(50));
        say("camera-nw");

        assertThat(box.set().pauses(List.of(CAMERA)))
                .containsExactly(new DevicePause("camera-nw", CAMERA, Duration.ofMillis(320)));
        assertThat(box.startSet().pauses(List.of(CAMERA)))
                .containsExactly(new DevicePause("camera-nw", CAMERA, Duration.ofMillis(320)));
    }

    @Test
    void aDeviceIsSilentUntilItIsHeard() throws Exception {
        box.set().become(box.generation(LiveBox.camera("1.1.0")));
        assertThat(box.set().silent()).containsExactly("camera-nw");

        say("camera-nw");

        assertThat(box.set().silent()).isEmpty();
    }

    private void say(String device) {
        BundleContext context = box.framework().getBundleContext();
        ServiceReference<ObservationListener> listener = context.getServiceReference(ObservationListener.class);
        Objects.requireNonNull(context.getService(listener))
                .observed(new ContactChange(device, box.clock.now(), Stamps.NONE, "door", true));
    }

    @Test
    void measuresHowLongARestartTakes() {
        assertThat(box.set().restartTime()).isNull();

        box.set().restart("the core changes");
        assertThat(box.exits).containsExactly(FrameworkSet.START_AGAIN);
        box.clock.advance(Duration.ofMillis(2_500));

        assertThat(box.startSet().restartTime()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void aDemoIsNotStartedAgain(@TempDir Path folder) throws Exception {
        assertThat(box.set().noRestart()).isEmpty();
        try (LiveBox demo = LiveBox.usual(folder, "demo")) {
            assertThat(demo.set().noRestart()).get().asString().contains("verge run");
        }
    }
}
