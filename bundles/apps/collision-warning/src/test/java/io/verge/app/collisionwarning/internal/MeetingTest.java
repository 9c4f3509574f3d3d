package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Figures of two cars, 4.5 m by 1.8 m, that drive straight on off the map. */
class MeetingTest {
    private final StraightOn straightOn = new StraightOn();

    private static Meeting meeting(Prediction a, Prediction b, double seconds) {
        return new Meeting(a, a.way(0), b, b.way(0), seconds, 0, 1);
    }

    @Test
    void theAngleIsThatBetweenTheBodiesAtTheContact() {
        Meeting meeting = meeting(straightOn.car(1, -20, 0, 90, 10), straightOn.car(2, 0, -20, 350, 10), 1.7);
        assertThat(meeting.angle()).isEqualTo(100, within(1e-6));
    }

    @Test
    void theGapIsWhatIsBetweenTwoThatFollow() {
        assertThat(meeting(straightOn.car(1, 0, 0, 90, 10), straightOn.car(2, 20, 0, 90, 0), 1.5)
                        .gap())
                .isEqualTo(15.5, within(1e-6));
    }

    @Test
    void theFollowerIsBehindAndTheLeaderIsNot() {
        Meeting meeting = meeting(straightOn.car(1, 0, 0, 90, 10), straightOn.car(2, 20, 0, 90, 0), 1.5);
        assertThat(meeting.a().behind(meeting.b(), 60)).isTrue();
        assertThat(meeting.b().behind(meeting.a(), 60)).isFalse();
    }

    /** It covers 16 m until the place where the other's side passes, 1.6 s later: 10² / (2 · 16.85) at most. */
    @Test
    void whatIsRequiredIsToStopBeforeTheOthersGround() {
        Meeting meeting = meeting(straightOn.car(1, -20, 0, 90, 10), straightOn.car(2, 0, -20, 0, 10), 1.7);
        assertThat(meeting.a().required()).isEqualTo(3, within(0.2));
    }

    @Test
    void theErrorsOfPlaceAndSpeedMakeItLess() {
        Meeting meeting = meeting(straightOn.car(1, -20, 0, 90, 10), straightOn.car(2, 0, -20, 0, 10), 1.7);
        assertThat(meeting.a().leastSpeed()).isEqualTo(9.7, within(1e-6));
        assertThat(meeting.a().leastRequired()).isLessThan(meeting.a().required());
    }

    @Test
    void aWayIsAsLongAsItsSamplesTell() {
        assertThat(straightOn.car(1, 0, 0, 37, 10).way(0).travelled(25)).isEqualTo(25, within(1e-6));
    }

    @Test
    void offTheMapNobodyHasARankOrAGreen() {
        Way way = straightOn.car(1, 0, 0, 37, 10).way(0);
        assertThat(way.rank()).isEqualTo(-1);
        assertThat(way.entitled()).isFalse();
        assertThat(way.passage()).isEqualTo(Passage.FREE);
    }
}
