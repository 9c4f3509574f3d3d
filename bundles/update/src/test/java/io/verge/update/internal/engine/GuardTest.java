package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.ROLLBACK;
import static io.verge.api.update.Phase.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the new set is compared with the old, nothing else is to be changed. */
final class GuardTest {
    private final World world = new World();

    GuardTest() {
        world.publisher.release("r2", World.RADAR_2);
    }

    @Test
    void whereNothingGoesOnAnythingMayBeChanged() {
        assertThat(world.engine.refusal()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"METADATA", "PLAN", "DOWNLOAD", "VERIFY", "RESOLVE", "STAGED", "WAIT"})
    void beforeTheSwitchTooSinceNothingIsComparedYet(Phase phase) {
        world.apply("r2");
        world.runTo(phase);

        assertThat(world.engine.refusal()).isEmpty();
    }

    @Test
    void onProbationItSaysUntilWhenAndHowToEndIt() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.clock.advance(Duration.ofMinutes(2));

        assertThat(world.engine.refusal()).hasValueSatisfying(why -> assertThat(why)
                .contains("r2", "until about 2026-03-01T08:05:00Z", "verge update rollback"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"SWITCH", "ROLLBACK"})
    void norIsAnythingChangedOnTheWayForthOrBack(Phase phase) {
        world.vitals.harmful.add(World.RADAR_2.title());
        world.apply("r2");
        world.runTo(phase);

        assertThat(world.engine.refusal()).isPresent();
    }

    @Test
    void afterAPowerCutItIsKnownBeforeTheEnginesFirstStep() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.disk.powerCut();

        world.boot();

        assertThat(world.engine.refusal()).isPresent();
    }

    @Test
    void aClockThatIsSetDoesNotMakeItLonger() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.clock.set(world.clock.now().plus(Duration.ofDays(3653)));

        assertThat(world.engine.refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("until about 2036-03-01T08:05:00Z"));
    }

    @Test
    void afterItsEndAnythingMayBeChangedAgain() {
        world.update("r2");

        assertThat(world.engine.refusal()).isEmpty();
    }

    @Test
    void whoeverEndsTheProbationMayChangeAnything() throws Exception {
        world.apply("r2");
        world.runTo(PROBATION);

        var unused = world.engine.rollback("the mayor says so");
        world.runToEnd();

        assertThat(world.phases).contains(SWITCH, ROLLBACK);
        assertThat(world.engine.refusal()).isEmpty();
    }
}
