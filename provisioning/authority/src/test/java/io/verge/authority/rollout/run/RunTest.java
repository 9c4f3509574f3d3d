package io.verge.authority.rollout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.verge.api.update.Phase;
import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.plan.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every arrow of the drawings of {@link BoxState} and {@link RolloutState}. */
class RunTest {
    private static final String RELEASE = "2026.12.1";
    private static final Duration DEADLINE = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofHours(24);

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private Run run = Run.planned(RELEASE, 1, policy(null), plan(), now);

    @Test
    void boxesOfTheFirstStepAreDueAndNoOthers() {
        assertThat(run.due(now)).containsExactly("t/a1", "t/a2");

        ask();
        assertThat(run.due(now)).isEmpty();
        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.ASKED);
    }

    @Test
    void whoDiedWhileHeAskedAsksAgain() {
        run = run.asking(run.due(now), now);

        assertThat(run.due(now)).containsExactly("t/a1", "t/a2");
        ask();
        assertThat(run.box("t/a1").attempt()).isEqualTo(1);
    }

    @Test
    void whoDiedWhileHeAskedAndCancelsTakesBackWhatMayHaveBeenAsked() {
        run = run.asking(List.of("t/a1"), now);

        run = run.cancel("liu", now);

        assertThat(run.toWithdraw()).containsExactly("t/a1");
        assertThat(run.rests()).isFalse();
        run = run.withdrawn("t/a1");
        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.LEFT);
        assertThat(run.rests()).isTrue();
    }

    @Test
    void whatMayHaveBeenAskedWhenItStopsIsTakenBackAndAskedByAnotherNumberNextTime() {
        run = run.asking(run.due(now), now);

        run = run.refused("t/a1", "the broker knows no such box", now);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.toWithdraw()).containsExactly("t/a2");
        run = run.withdrawn("t/a2").resume("liu", now);
        assertThat(run.due(now)).containsExactly("t/a2");
        assertThat(run.box("t/a2").attempt()).isEqualTo(2);
    }

    @Test
    void theNextStepBeginsWhenAllHaveCommittedAndThePauseIsOver() {
        ask();
        say("t/a1", Phase.COMMITTED);
        tick(DEADLINE);
        assertThat(run.due(now)).isEmpty();

        say("t/a2", Phase.COMMITTED);
        tick(PAUSE.minusSeconds(1));
        assertThat(run.due(now)).isEmpty();
        tick(Duration.ofSeconds(1));

        assertThat(run.due(now)).hasSize(10).contains("t/b0", "t/b9");
        assertThat(run.state()).isEqualTo(RolloutState.RUNNING);
    }

    @Test
    void whenTheLastStepHasEndedItIsFinished() {
        finishFirstWave();
        ask();
        boxes("b").forEach(box -> say(box, Phase.COMMITTED));

        assertThat(run.state()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.rests()).isTrue();
        assertThat(run.tally(boxes("b")).count(BoxState.DONE)).isEqualTo(10);
    }

    @Test
    void aBoxThatWorksIsShownWithItsPhase() {
        ask();
        say("t/a1", Phase.DOWNLOAD);
        say("t/a1", Phase.PROBATION);

        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.WORKING);
        assertThat(run.box("t/a1").phase()).isEqualTo("probation");
    }

    @Test
    void tooManyFailuresStopItAndTakeTheWishFromThoseThatHaveChangedNothing() {
        finishFirstWave();
        ask();
        say("t/b0", Phase.COMMITTED);
        say("t/b1", Phase.DOWNLOAD);
        say("t/b2", Phase.SWITCH);
        say("t/b3", Phase.FAILED);
        assertThat(run.state()).isEqualTo(RolloutState.RUNNING);
        say("t/b4", Phase.REJECTED);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why())
                .isEqualTo("wave 2 (all): 2 of 10 boxes failed, 20 % stop it: t/b3 (failed: because), t/b4 (rejected:"
                        + " because)");
        assertThat(run.toWithdraw()).containsExactly("t/b1", "t/b5", "t/b6", "t/b7", "t/b8", "t/b9");
        assertThat(run.box("t/b1").state()).isEqualTo(BoxState.PLANNED);
        assertThat(run.box("t/b2").state()).isEqualTo(BoxState.WORKING);
        assertThat(run.rests()).isFalse();

        run.toWithdraw().forEach(box -> run = run.withdrawn(box));
        say("t/b2", Phase.COMMITTED);
        assertThat(run.rests()).isTrue();
        assertThat(run.due(now)).isEmpty();
    }

    @Test
    void tooFewSuccessesAtTheEndOfAStepStopIt() {
        finishFirstWave();
        ask();
        IntStream.range(0, 9).forEach(number -> say("t/b" + number, Phase.COMMITTED));
        say("t/b9", Phase.CANCELLED);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).startsWith("wave 2 (all): 9 of 10 boxes took it, 95 % are asked for: t/b9 (cancelled");
    }

    @Test
    void resumedItGoesOnInSpiteOfTheFailuresSoFarAndAsksUnderANewNumber() {
        stopInSecondWave();
        run = run.resume("liu", now);

        assertThat(run.state()).isEqualTo(RolloutState.RUNNING);
        assertThat(run.due(now)).contains("t/b2", "t/b9").doesNotContain("t/b0", "t/b1");
        assertThat(run.box("t/b2").attempt()).isEqualTo(2);

        ask();
        run = run.told(new Word("t/b2", WishId.of(RELEASE, 1), RELEASE, Phase.CANCELLED, ""), now);
        assertThat(run.box("t/b2").state()).isEqualTo(BoxState.ASKED);
        IntStream.range(2, 10).forEach(number -> say("t/b" + number, Phase.COMMITTED));
        assertThat(run.state()).isEqualTo(RolloutState.FINISHED);
    }

    @Test
    void triedAgainFailedOnesAreAskedOnceMore() {
        stopInSecondWave();
        run = run.retry("liu", now);

        assertThat(run.due(now)).hasSize(10);
        assertThat(run.box("t/b0").attempt()).isEqualTo(2);
    }

    @Test
    void nothingIsTriedAgainWhileBoxesAreAtIt() {
        ask();

        assertThatIllegalStateException()
                .isThrownBy(() -> run.retry("liu", now))
                .withMessageContaining("still at it");
    }

    @Test
    void aBoxThatIsSilentCountsAsFailedAndItsWishIsTakenBackBeforeAnybodyElseIsAsked() {
        finishFirstWave();
        ask();
        IntStream.range(0, 8).forEach(number -> say("t/b" + number, Phase.COMMITTED));
        say("t/b8", Phase.DOWNLOAD);
        tick(DEADLINE);
        assertThat(run.box("t/b8").state()).isEqualTo(BoxState.WORKING);
        tick(Duration.ofSeconds(1));

        assertThat(run.box("t/b8").state()).isEqualTo(BoxState.SILENT);
        assertThat(run.box("t/b8").why()).isEqualTo("silent for 6h, last heard in download");
        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.toWithdraw()).containsExactly("t/b8", "t/b9");
        run = run.resume("liu", now);
        assertThat(run.due(now)).isEmpty();
    }

    @Test
    void whatASilentBoxSaysLateIsNotedAndChangesNothing() {
        ask();
        say("t/a1", Phase.COMMITTED);
        tick(DEADLINE.plusSeconds(1));
        Run before = run;
        say("t/a2", Phase.COMMITTED);

        assertThat(run.box("t/a2").state()).isEqualTo(BoxState.SILENT);
        assertThat(run.box("t/a2").why()).endsWith("committed later");
        assertThat(run.history()).hasSize(before.history().size() + 1);
    }

    @Test
    void pausedNobodyIsAskedButThoseWhoWereGoOn() {
        run = run.asked("t/a1", now).pause("liu", now);
        assertThat(run.due(now)).isEmpty();
        say("t/a1", Phase.COMMITTED);
        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.DONE);

        run = run.resume("liu", now);
        assertThat(run.due(now)).containsExactly("t/a2");
    }

    @Test
    void cancelledTheWishIsTakenBackFromThoseThatHaveNotSwitched() {
        ask();
        say("t/a1", Phase.PROBATION);
        say("t/a2", Phase.WAIT);
        run = run.cancel("liu", now);

        assertThat(run.state()).isEqualTo(RolloutState.CANCELLED);
        assertThat(run.toWithdraw()).containsExactly("t/a2");
        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.WORKING);
        assertThat(run.box("t/b0").state()).isEqualTo(BoxState.LEFT);

        run = run.withdrawn("t/a2");
        say("t/a2", Phase.CANCELLED);
        say("t/a1", Phase.COMMITTED);
        assertThat(run.box("t/a2").state()).isEqualTo(BoxState.LEFT);
        assertThat(run.rests()).isTrue();
    }

    @Test
    void aBoxThatSwitchedBeforeItHeardOfTheCancellationIsDone() {
        ask();
        run = run.cancel("liu", now);
        say("t/a1", Phase.COMMITTED);

        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.DONE);
        assertThat(run.toWithdraw()).containsExactly("t/a2");
    }

    @Test
    void whatIsSaidOfOtherWishesIsPassedOver() {
        ask();
        run = run.told(new Word("t/a1", "stick-7", RELEASE, Phase.FAILED, ""), now)
                .told(new Word("t/a1", "desired-2026.11.1", "2026.11.1", Phase.COMMITTED, ""), now)
                .told(new Word("t/a1", WishId.of(RELEASE, 2), RELEASE, Phase.COMMITTED, ""), now)
                .told(new Word("t/zz", WishId.of(RELEASE, 1), RELEASE, Phase.COMMITTED, ""), now);

        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.ASKED);
    }

    @Test
    void aBoxThatCannotBeAskedHasFailed() {
        run = run.refused("t/a1", "the broker knows no such box", now);

        assertThat(run.box("t/a1").state()).isEqualTo(BoxState.FAILED);
        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
    }

    @Test
    void outsideOfTheWindowNobodyIsAsked() {
        Window night = new Window(LocalTime.of(22, 0), LocalTime.of(5, 0), ZoneOffset.UTC);
        run = Run.planned(RELEASE, 1, policy(night), plan(), now);

        assertThat(run.due(now)).isEmpty();
        assertThat(run.due(now.plus(Duration.ofHours(10)))).hasSize(2);
    }

    private void finishFirstWave() {
        ask();
        say("t/a1", Phase.COMMITTED);
        say("t/a2", Phase.COMMITTED);
        tick(PAUSE);
    }

    private void stopInSecondWave() {
        finishFirstWave();
        ask();
        say("t/b0", Phase.FAILED);
        say("t/b1", Phase.FAILED);
        run.toWithdraw().forEach(box -> run = run.withdrawn(box));
        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
    }

    private void ask() {
        run.due(now).forEach(box -> run = run.asked(box, now));
    }

    private void say(String box, Phase phase) {
        String id = WishId.of(RELEASE, run.box(box).attempt());
        run = run.told(new Word(box, id, RELEASE, phase, phase.isOver() ? "because" : ""), now);
    }

    private void tick(Duration later) {
        now = now.plus(later);
        run = run.tick(now);
    }

    private static List<String> boxes(String wave) {
        return IntStream.range(0, 10).mapToObj(number -> "t/" + wave + number).toList();
    }

    private static Plan plan() {
        return new Plan(List.of(
                new Plan.Step(0, "lab", List.of("t/a1", "t/a2"), PAUSE), new Plan.Step(1, "all", boxes("b"), PAUSE)));
    }

    private static Policy policy(@Nullable Window window) {
        return new Policy(Policy.USUAL.waves(), 95, 20, DEADLINE, Duration.ZERO, 100, window);
    }
}
