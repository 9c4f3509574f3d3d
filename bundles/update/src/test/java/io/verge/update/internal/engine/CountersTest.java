package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdateEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An old bundle with a known hole does not come back, unless somebody has signed that it may. */
final class CountersTest {
    private static final Path COUNTERS = World.STATE.resolve("update/counters.json");

    private final World world = new World();

    CountersTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r3", World.RADAR_3);
    }

    @Test
    void anOlderReleaseIsRefusedOnceANewerWasKept() {
        world.update("r3");

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(REJECTED);
        assertThat(end.code()).isEqualTo("older-than-ran");
        assertThat(world.live.versions()).containsEntry("io.verge.driver.radar", "3.0.0");
    }

    @Test
    void aNewerOneThatFailedDoesNotCount() {
        world.vitals.harmful.add(World.RADAR_3.title());
        assertThat(world.update("r3").phase()).isEqualTo(FAILED);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
    }

    @Test
    void aSignedPermissionLetsTheBoxGoBack() {
        world.update("r3");
        world.publisher.downgrade("io.verge.driver.radar", 1);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry("io.verge.driver.radar", "2.0.0");
    }

    @Test
    void countersThatAreDamagedBeginAnewWithWhatRuns() {
        world.update("r3");
        world.disk.plant(COUNTERS, "{\"io.verge".getBytes(StandardCharsets.UTF_8));

        assertThat(world.update("r2").code()).isEqualTo("older-than-ran");
    }
}
