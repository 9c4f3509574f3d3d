package io.verge.app.signalpriority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.observation.PriorityRequest.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every arrow of {@link TicketState}. */
class TicketStateTest {
    private final Junction junction = new Junction();

    private Junction processing() {
        junction.red(2).red(4).bus("b1", 30).send();
        return junction.scene();
    }

    private Junction granted() {
        return processing().green(2).scene();
    }

    private Junction locked() {
        granted().cancel("b1", 2);
        junction.scene();
        junction.bus("b2", 30).send();
        return junction.scene();
    }

    private Junction watching() {
        processing().crossBus("x", 20).send();
        return junction.scene();
    }

    @Test
    void whatArrivesTooLateInTheFutureIsRequested() {
        junction.bus("b1", 90).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.REQUESTED);
        assertThat(junction.controller.calls).isEmpty();
    }

    @Test
    void whatMayNotIsRejected() {
        junction.bus("b1", 30).lanes(99, 35).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.REJECTED);
    }

    @Test
    void whatIsRequestedIsProcessedWhenItsTimeHasCome() {
        junction.red(2).bus("b1", 61).send();
        junction.scene();
        assertThat(junction.answerWithin(2, "b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.asked).containsExactly(2);
    }

    @Test
    void whatIsInTimeIsProcessed() {
        processing();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.calls).containsExactly("ask 2");
    }

    @Test
    void whatArrivesBeforeTheControllerCouldActIsRejected() {
        junction.bus("b1", 2.9).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.REJECTED);
        assertThat(junction.count("rejectedTooLate")).isEqualTo(1);
    }

    @Test
    void whatIsProcessedIsGrantedWhenTheGreenIsShown() {
        granted();
        assertThat(junction.answer("b1")).isEqualTo(Answer.GRANTED);
        assertThat(junction.count("granted")).isEqualTo(1);
    }

    @Test
    void whatWasGrantedIsProcessedAgainWhenTheGreenEndsBeforeItArrives() {
        granted().red(2).scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.asked).containsExactly(2);
    }

    @Test
    void whatWasGrantedIsGoneWhenTheGreenEndsAfterItHasArrived() {
        granted().seconds(31);
        assertThat(junction.red(2).answerWithin(1.2, "b1")).isNull();
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void whileAnotherIsServedTheRestWatch() {
        watching();
        assertThat(junction.answer("x")).isEqualTo(Answer.WATCH_OTHER_TRAFFIC);
        assertThat(junction.controller.asked).containsExactly(2);
    }

    @Test
    void whoWatchesIsProcessedWhenThePlaceIsFree() {
        watching().cancel("b1", 2);
        assertThat(junction.answerWithin(0.3, "x")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.asked).containsExactly(4);
    }

    @Test
    void whoWatchesIsLockedWhenAnotherHasBeenServed() {
        watching().green(2).scene();
        junction.cancel("b1", 2);
        assertThat(junction.answerWithin(0.3, "x")).isEqualTo(Answer.RESERVICE_LOCKED);
    }

    @Test
    void whoWatchesTooLongIsRejected() {
        watching().seconds(18).cancel("b1", 2);
        assertThat(junction.answerWithin(0.3, "x")).isEqualTo(Answer.REJECTED);
    }

    @Test
    void afterAServiceTheNextIsLocked() {
        locked();
        assertThat(junction.answer("b2")).isEqualTo(Answer.RESERVICE_LOCKED);
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void whoIsLockedIsProcessedAfterTwoCycles() {
        locked().red(2).scene();
        junction.green(2).scene().red(2).scene();
        assertThat(junction.controller.asked).as("after one").isEmpty();
        junction.green(2).scene();
        assertThat(junction.controller.asked).as("after two").containsExactly(2);
    }

    @Test
    void whoIsLockedWatchesWhenAnEmergencyTakesThePlace() {
        locked().crossAmbulance("a", 25).send();
        junction.scene();
        junction.red(2).scene().green(2).scene().red(2).scene().green(2);
        assertThat(junction.answerWithin(1.2, "b2")).isEqualTo(Answer.WATCH_OTHER_TRAFFIC);
    }

    @Test
    void anEmergencyTakesThePlaceOfWhatIsProcessed() {
        processing().crossAmbulance("a", 20).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.WATCH_OTHER_TRAFFIC);
        assertThat(junction.answer("a")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.asked).containsExactly(4);
    }

    @Test
    void anEmergencyTakesThePlaceOfWhatIsGranted() {
        granted().crossAmbulance("a", 20).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.WATCH_OTHER_TRAFFIC);
        assertThat(junction.controller.asked).containsExactly(4);
    }

    @Test
    void whatTheControllerRefusesThreeTimesIsRejected() {
        junction.controller.refuses = true;
        processing();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.answerWithin(4.3, "b1")).isEqualTo(Answer.REJECTED);
        assertThat(junction.count("rejectedController")).isEqualTo(1);
    }

    @Test
    void whatIsRejectedIsJudgedAnewWhenItsRequesterChangesIt() {
        junction.red(2).bus("b1", 30).lanes(99, 35).send();
        junction.scene();
        junction.bus("b1", 90).sequence(2).action(Action.UPDATE).send();
        assertThat(junction.answerWithin(0.2, "b1")).isEqualTo(Answer.REQUESTED);
    }

    @Test
    void whatIsProcessedTooLongHasHadItsPresence() {
        processing();
        for (int i = 2; i < 14; i++) {
            junction.bus("b1", 30).sequence(i).action(Action.UPDATE).send();
            junction.seconds(10);
        }
        assertThat(junction.answerWithin(1.2, "b1")).isEqualTo(Answer.MAX_PRESENCE);
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void whatIsGrantedTooLongHasHadItsPresence() {
        granted();
        for (int i = 2; i < 14; i++) {
            junction.bus("b1", 30).sequence(i).action(Action.UPDATE).send();
            junction.seconds(10);
        }
        assertThat(junction.answerWithin(1.2, "b1")).isEqualTo(Answer.MAX_PRESENCE);
    }

    @Test
    void maximumPresenceIsNotLeftByAskingOn() {
        whatIsGrantedTooLongHasHadItsPresence();
        junction.bus("b1", 30).sequence(20).action(Action.UPDATE).send();
        assertThat(junction.answerWithin(1.2, "b1")).isEqualTo(Answer.MAX_PRESENCE);
    }

    @Test
    void maximumPresenceIsForgottenWhenItsTimeIsOver() {
        whatIsGrantedTooLongHasHadItsPresence();
        assertThat(junction.seconds(41).answerWithin(1.2, "b1")).isNull();
    }

    @Test
    void whatIsRejectedIsForgottenAfterAWhile() {
        whatMayNotIsRejected();
        assertThat(junction.seconds(5).answerWithin(1.2, "b1")).isNull();
    }

    @Test
    void whatIsCancelledIsTakenBackAndGone() {
        processing().cancel("b1", 2);
        assertThat(junction.answerWithin(1.2, "b1")).isNull();
        assertThat(junction.controller.calls).endsWith("take back 2");
    }

    @Test
    void whatIsProcessedIsGoneWhenItsTimeIsOver() {
        processing().seconds(41);
        assertThat(junction.answerWithin(1.2, "b1")).isNull();
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void whatIsGrantedIsGoneWhenItsTimeIsOver() {
        granted().seconds(41);
        assertThat(junction.answerWithin(1.2, "b1")).isNull();
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void whatWatchesIsGoneWhenItsTimeIsOver() {
        junction.red(2).red(4).bus("b1", 58).send();
        junction.crossBus("x", 20).send();
        assertThat(junction.seconds(31).answerWithin(1.2, "x")).isNull();
    }

    @Test
    void aGreenIsNoGrantBeforeTheControllerHasAccepted() {
        junction.controller.refuses = true;
        processing().green(2).scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }

    @Test
    void aGreenOfOldIsNoGrant() {
        processing().green(2).scene(junction.now.minus(Duration.ofMillis(501)));
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }
}
