package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.CANCELLED;
import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.DOWNLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has asked for an update may give it up until it is switched to. */
final class CancelTest {
    private final World world = new World();

    CancelTest() {
        world.publisher.release("r2", World.RADAR_2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"METADATA", "PLAN", "DOWNLOAD", "VERIFY", "RESOLVE", "STAGED", "WAIT"})
    void itIsGivenUpInEachPhaseInWhichNothingWasChanged(Phase phase) throws Exception {
        world.apply("r2");
        world.runTo(phase);

        world.engine.cancel("not today");
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(CANCELLED);
        assertThat(end.why()).isEqualTo("not today");
        assertThat(world.live.touched).isEmpty();
        assertThat(world.generations().list()).isEmpty();
        world.mustBeConsistent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"METADATA", "PLAN", "DOWNLOAD", "VERIFY", "RESOLVE", "STAGED", "WAIT"})
    void itStaysGivenUpWhenTheProcessEndsAtOnce(Phase phase) throws Exception {
        world.apply("r2");
        world.runTo(phase);
        world.engine.cancel("not today");

        world.disk.powerCut();
        world.boot();

        assertThat(world.runToEnd().phase()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"SWITCH", "PROBATION"})
    void itIsTooLateOnceItIsSwitchedTo(Phase phase) {
        world.apply("r2");
        world.runTo(phase);

        assertThatThrownBy(() -> world.engine.cancel("not today"))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo("too-late"));
        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void itIsHeardWhileALongDownloadGoesOn() {
        world.apply("r2");
        world.runTo(DOWNLOAD);
        world.publisher.away = true;
        int[] asked = {0};
        world.publisher.onRequest = () -> {
            if (++asked[0] == 5) {
                cancel();
            }
        };

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(CANCELLED);
        assertThat(asked[0]).isEqualTo(5);
    }

    private void cancel() {
        try {
            UpdateEntry unused = world.engine.cancel("not today");
        } catch (UpdateRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereNothingGoesOnThereIsNothingToGiveUp() {
        assertThatThrownBy(() -> world.engine.cancel("not today"))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo("nothing-goes-on"));
    }

    @Test
    void theSameReleaseMayBeWantedAgainByAnotherWish() throws Exception {
        UpdateWish first = world.wish("r2");
        world.apply(first);
        world.engine.cancel("not today");
        world.runToEnd();

        assertThat(world.apply(first).phase()).isEqualTo(CANCELLED);
        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
    }
}
