package io.verge.profile.internal;

import static io.verge.profile.internal.ProfileBox.ALL;
import static io.verge.profile.internal.ProfileBox.RADAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.Samples;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The profile while bundles are installed, updated and uninstalled. */
class DriversComeAndGoTest {
    private final ProfileBox box;

    DriversComeAndGoTest(@TempDir Path folder) throws Exception {
        box = new ProfileBox(folder);
    }

    @AfterEach
    void stop() throws Exception {
        box.stop();
    }

    @Test
    void startsWithTheRightBlocksWhenADriverIsMissing() throws Exception {
        Bundle radar = box.framework.install("radar", Samples.RADAR);
        box.framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        box.service().close();
        radar.uninstall();
        box.restart();

        ProfileService service = box.service();

        assertThat(box.framework.pids())
                .isEqualTo(ALL.stream().filter(pid -> !pid.equals(RADAR)).toList());
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        box.framework.events();
        box.framework.install("radar", Samples.RADAR);
        assertThat(box.framework.events()).containsExactly("updated " + RADAR);
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void appliesTheProfileWhenTheMissingDriverComes() throws Exception {
        box.framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        ProfileService service = box.service();
        assertThat(service.problems())
                .extracting(Problem::toString)
                .containsExactly("devices.radar-ne.driver: no installed bundle offers the driver 'radar-ti-mmwave';"
                        + " there are everything, radio-rsu41, signal-tscbm");
        box.clock.advance(Duration.ofSeconds(5));

        box.framework.install("radar", Samples.RADAR);

        assertThat(box.framework.pids()).isEqualTo(ALL);
        assertThat(service.status()).isEqualTo(Status.of(State.OK, box.clock.now()));
    }

    @Test
    void doesNotCareThatABundleIsStartedOrUpdatedToTheSame() throws Exception {
        Bundle all = box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        all.start();
        box.framework.update(all, "all", Samples.ALL.toArray(new String[0]));
        all.stop();

        assertThat(box.framework.events()).isEmpty();
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void keepsTheConfigurationOfADriverThatGoes() throws Exception {
        box.framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        Bundle radar = box.framework.install("radar", Samples.RADAR);
        ProfileService service = box.service();
        box.framework.events();

        radar.uninstall();

        assertThat(box.framework.events()).isEmpty();
        assertThat(box.framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void checksAgainWhenAnUpdateDescribesOtherKeys() throws Exception {
        Bundle radar = box.framework.install("radar", Samples.EVERYTHING);
        box.framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        ProfileService service = box.service();
        assertThat(service.status().state()).isEqualTo(State.FAILED);

        box.framework.update(radar, "radar", Samples.RADAR);

        assertThat(service.status().state()).isEqualTo(State.OK);
    }
}
