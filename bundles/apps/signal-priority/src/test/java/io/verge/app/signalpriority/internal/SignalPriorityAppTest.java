package io.verge.app.signalpriority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.app.Need;
import io.verge.api.geo.Position;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.testkit.Crossing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is taken, what is said of it and how often, and what cannot be done to it from outside. */
class SignalPriorityAppTest {
    private final Junction junction = new Junction();

    @Test
    void needsAMapSignalsARadioAndAControllerThatCanBeAsked() {
        assertThat(junction.app.needs())
                .containsExactlyInAnyOrder(Need.MAP, Need.SIGNALS, Need.SIGNAL_GROUPS, Need.RADIO, Need.SIGNAL_CONTROL);
    }

    @Test
    void saysNothingWhileNobodyAsks() {
        junction.seconds(3);
        assertThat(junction.said).isEmpty();
    }

    @Test
    void saysOnceASecondHowRequestsStand() {
        junction.red(2).bus("b1", 30).send();
        junction.seconds(5);
        assertThat(junction.said).hasSize(5);
    }

    @Test
    void saysAtOnceWhenOneChanges() {
        junction.red(2).bus("b1", 30).send();
        junction.seconds(0.5).said.clear();
        junction.green(2).scene();
        assertThat(junction.said).hasSize(1);
        assertThat(junction.answer("b1")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void saysAllRequestsWithTheMapTheOldestFirst() {
        junction.bus("b2", 30).send();
        junction.bus("b1", 40).send();
        junction.scene();
        PriorityAnnouncement said = junction.said.get(0);
        assertThat(said.map()).isEqualTo(Crossing.map());
        assertThat(said.time()).isEqualTo(Junction.START);
        assertThat(said.statuses())
                .extracting(status -> status.request().requester())
                .containsExactly("b2", "b1");
    }

    @Test
    void twoOnTheSameWayAreServedTogether() {
        junction.red(2).bus("b1", 30).send();
        junction.bus("b2", 33).send();
        junction.scene().green(2).scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.GRANTED);
        assertThat(junction.answer("b2")).isEqualTo(Answer.GRANTED);
        assertThat(junction.controller.calls).containsOnly("ask 2");
    }

    @Test
    void theControllerIsAskedAgainSoThatItDoesNotForget() {
        junction.red(2).bus("b1", 30).send();
        junction.seconds(6.1);
        assertThat(junction.controller.calls).containsExactly("ask 2", "ask 2", "ask 2", "ask 2");
    }

    @Test
    void withoutAControllerItIsRejected() {
        junction.app.controller = null;
        junction.bus("b1", 30).send();
        junction.seconds(4.2);
        assertThat(junction.answer("b1")).isEqualTo(Answer.REJECTED);
    }

    @Test
    void everythingIsTakenBackWhenTheAppStops() {
        junction.bus("b1", 30).send();
        junction.scene().app.close();
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void arrivalIsWorkedOutFromPlaceAndSpeedWhenItIsNotSaid() {
        junction.red(2).send(at(0, 300, 15));
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }

    @Test
    void arrivalThatCannotBeKnownIsARejection() {
        junction.send(at(0, 300, Double.NaN));
        junction.send(at(0, 300_000, 15));
        junction.bus("b3", Double.NaN).send();
        junction.scene();
        assertThat(junction.count("rejectedNoArrival")).isEqualTo(3);
    }

    private static PriorityRequest at(double east, double north, double speed) {
        var position = Crossing.frame().toWgs84(new Position(east, north, 0));
        String requester = north > 1000 ? "b2" : "b1";
        return new PriorityRequest(
                requester, 1, 1, Action.REQUEST, 420, 184, 12, 35, null, null, Role.FIRE, 5, position, speed);
    }

    @Test
    void arrivalInAnHourIsARejection() {
        junction.bus("b1", 3600).send();
        junction.scene();
        assertThat(junction.count("rejectedTooFar")).isEqualTo(1);
    }

    @Test
    void aWayWithoutSignalOrOfAnotherMapIsARejection() {
        junction.bus("b1", 30).lanes(13, null).send();
        junction.bus("b2", 30).lanes(12, 25).send();
        junction.bus("b3", 30).lanes(null, 35).send();
        junction.bus("b4", 30).lanes(15, 35).send();
        junction.scene();
        assertThat(junction.count("rejectedMovement")).isEqualTo(4);
    }

    @Test
    void withoutALaneToLeaveOnTheGroupOfTheLaneCounts() {
        junction.bus("b1", 30).lanes(12, null).send();
        junction.scene();
        assertThat(junction.controller.asked).containsExactly(2);
    }

    @Test
    void whatIsMeantForAnotherCrossingIsNotAnswered() {
        junction.bus("b1", 30).at(420, 185).send();
        junction.bus("b2", 30).at(7, 184).send();
        junction.seconds(1.2);
        assertThat(junction.said).isEmpty();
        assertThat(junction.count("elsewhere")).isEqualTo(2);
    }

    @Test
    void withoutARegionTheCrossingAloneCounts() {
        junction.bus("b1", 30).at(0, 184).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }

    @Test
    void repetitionsAndWhatWasOvertakenChangeNothing() {
        junction.bus("b1", 30).sequence(5).send();
        junction.scene();
        junction.bus("b1", 30).sequence(5).send();
        junction.bus("b1", 300).sequence(4).action(Action.UPDATE).send();
        junction.bus("b1", 300).sequence(100).action(Action.CANCEL).send();
        junction.scene();
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.count("repeated")).isEqualTo(3);
    }

    @Test
    void sequenceNumbersCountInACircle() {
        junction.bus("b1", 30).sequence(127).send();
        junction.bus("b1", 30).sequence(0).action(Action.CANCEL).send();
        junction.seconds(1.2);
        assertThat(junction.said).isEmpty();
    }

    @Test
    void anUpdateToAnotherWayGivesTheFirstBack() {
        junction.red(2).red(4).bus("b1", 30).send();
        junction.scene();
        junction.bus("b1", 30).lanes(22, 45).sequence(2).action(Action.UPDATE).send();
        junction.seconds(0.3);
        assertThat(junction.controller.asked).containsExactly(4);
    }

    @Test
    void aRequestAfterItsCancellationIsANewOne() {
        junction.red(2).bus("b1", 30).send();
        junction.scene().cancel("b1", 2);
        junction.bus("b1", 30).sequence(3).send();
        junction.seconds(0.3);
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
        assertThat(junction.controller.asked).containsExactly(2);
    }

    @Test
    void aCancellationOfNothingIsNothing() {
        junction.cancel("b1", 1);
        junction.seconds(1.2);
        assertThat(junction.said).isEmpty();
    }

    @Test
    void oneRequesterHasFourRequestsAtMost() {
        for (int number = 0; number < 10; number++) {
            junction.bus("b1", 90).number(number).send();
        }
        junction.scene();
        assertThat(junction.said.get(0).statuses()).hasSize(4);
        assertThat(junction.count("flooded")).isEqualTo(6);
    }

    @Test
    void thereAreThirtyTwoRequestsAtMost() {
        for (int i = 0; i < 60; i++) {
            junction.bus("b" + i, 90).send();
        }
        junction.scene();
        assertThat(junction.said.get(0).statuses()).hasSize(32);
        assertThat(junction.count("flooded")).isEqualTo(28);
    }

    @Test
    void whatIsRejectedGivesWayToWhatMayBeServed() {
        for (int i = 0; i < 32; i++) {
            junction.bus("x" + i, 30).lanes(99, 1).send();
        }
        junction.scene();
        junction.bus("b1", 30).send();
        junction.seconds(0.2);
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }

    @Test
    void moreThanSixtyFourBetweenTwoScenesAreDroppedAndCounted() {
        for (int i = 0; i < 100; i++) {
            junction.bus("b" + i, 90).send();
        }
        assertThat(junction.count("overflows")).isEqualTo(36);
    }

    @Test
    void manyChangesAreSaidTenTimesASecondAtMost() {
        for (int i = 0; i < 50; i++) {
            junction.bus("b1", 90).sequence(i).send();
            junction.scene();
            junction.now = junction.now.minus(Duration.ofMillis(80));
        }
        assertThat(junction.said).hasSizeLessThan(13);
    }

    @Test
    void whenTheClockIsSetBackAllIsForgottenAndTakenBack() {
        junction.bus("b1", 30).send();
        junction.scene();
        junction.now = Junction.START.minusSeconds(3600);
        assertThat(junction.answerWithin(1.2, "b1")).isNull();
        assertThat(junction.controller.asked).isEmpty();
    }

    @Test
    void withoutSignalsNothingIsGranted() {
        junction.bus("b1", 30).send();
        junction.seconds(2);
        assertThat(junction.answer("b1")).isEqualTo(Answer.PROCESSING);
    }
}
