package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.ROLLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdateEntry;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long going back takes: from the decision until the old set runs and is heard. */
final class UndoingTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final World world = new World();

    UndoingTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r4", World.RADAR_3, World.PERCEPTION_2);
        world.vitals.heard.addAll(Set.of("radar-ne", "camera-se"));
    }

    @AfterEach
    void whatRunsIsAWholeSet() throws Exception {
        world.mustBeConsistent();
    }

    /** The decision is made, and nothing is put back yet. */
    private void undone(String release) {
        world.apply(release);
        world.runTo(PROBATION);
        world.vitals.harmful.add(World.RADAR_2.title());
        world.vitals.harmful.add(World.PERCEPTION_2.title());
        world.runTo(ROLLBACK);
    }

    private static Duration rollback(UpdateEntry end) {
        assertThat(end.phase()).isEqualTo(FAILED);
        return Objects.requireNonNull(end.rollback());
    }

    @Test
    void whereNoDeviceIsTouchedItEndsWhenTheOldSetRuns() {
        undone("r2");

        assertThat(rollback(world.runToEnd())).isLessThan(ONE_SECOND);
    }

    @Test
    void itEndsWhenTheLastDeviceIsHeardThatWasTouched() {
        undone("r2");
        world.live.silent.add("radar-ne");
        world.step();
        world.clock.advance(Duration.ofSeconds(3));
        world.step();
        assertThat(world.now().phase()).isEqualTo(ROLLBACK);
        world.live.silent.clear();

        assertThat(rollback(world.runToEnd())).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void theBundlesArePutBackOnceHoweverLongThatTakes() {
        undone("r2");
        world.live.silent.add("radar-ne");
        int touched = world.live.touched.size();
        for (int i = 0; i < 20; i++) {
            world.step();
        }

        assertThat(world.live.touched).hasSize(touched + 1);
        world.runToEnd();
    }

    @Test
    void oneThatWasNotHeardBeforeIsNotWaitedFor() {
        undone("r2");
        world.live.silent.add("radar-sw");

        assertThat(rollback(world.runToEnd())).isLessThan(ONE_SECOND);
    }

    @Test
    void oneThatStaysSilentIsWaitedForHalfAMinute() {
        undone("r2");
        world.live.silent.add("radar-ne");

        assertThat(rollback(world.runToEnd())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void withARestartAllThatWereHeardBeforeAreWaitedFor() {
        undone("r4");
        world.vitals.heard.clear();
        world.step();
        world.step();
        world.clock.advance(Duration.ofSeconds(7));
        world.step();
        world.vitals.heard.addAll(Set.of("radar-ne", "camera-se"));

        // The process is away for 4 s.
        assertThat(rollback(world.runToEnd())).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12));
    }

    @Test
    void aClockThatIsSetWhileTheBoxIsAwayMakesNoFigure() {
        undone("r4");
        world.step();
        world.clock.set(world.clock.now().plus(Duration.ofDays(3653)));

        assertThat(world.runToEnd().rollback()).isNull();
    }

    @Test
    void aClockThatIsSetWhileItRunsChangesNothing() {
        undone("r2");
        world.clock.set(world.clock.now().plus(Duration.ofDays(3653)));

        assertThat(rollback(world.runToEnd())).isLessThan(ONE_SECOND);
    }

    @Test
    void theFigureIsKept() {
        undone("r2");
        Duration measured = rollback(world.runToEnd());

        world.boot();
        world.step();

        assertThat(world.engine.history().get(0).rollback()).isEqualTo(measured);
    }

    @Test
    void whatIsCommittedHasNone() {
        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(end.rollback()).isNull();
    }
}
