package io.verge.update.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else fills the disk in the midst of an update. */
final class FullDiskTest {
    private final World world = new World();

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"METADATA", "PLAN", "DOWNLOAD", "VERIFY", "RESOLVE", "STAGED", "WAIT", "SWITCH", "PROBATION"})
    void inEachPhaseTheOldOrTheNewSetRunsAndItComesToAnEndOnceThereIsRoom(Phase phase) throws Exception {
        world.publisher.release("r2", World.RADAR_2);
        world.apply("r2");
        world.runTo(phase);

        world.disk.free(0);
        for (int i = 0; i < 20 && !world.isIdle(); i++) {
            world.step();
            assertThat(world.live.isExactly(world.generations().read(world.live.generation())))
                    .isTrue();
        }
        world.disk.free(1 << 20);
        UpdateEntry end = world.isIdle() ? world.engine.history().get(0) : world.runToEnd();

        assertThat(end.phase().isOver()).isTrue();
        assertThat(end.phase() == Phase.COMMITTED || !end.why().isEmpty()).isTrue();
        world.mustBeConsistent();
    }
}
