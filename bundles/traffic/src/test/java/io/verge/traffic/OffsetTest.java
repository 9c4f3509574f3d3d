package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.testkit.Crossing;
import org.junit.jupiter.api.Test;

/** Beside the way of who comes from the north, which leads south; what is west of it is to the right. */
class OffsetTest {
    private static final Route STRAIGHT =
            RoadNet.of(Crossing.map()).routesFrom(12).get(0);
    private static final Route RIGHT = RoadNet.of(Crossing.map()).routesFrom(12).get(1);
    private static final double ON_LANE = 50;

    private final Offset offset = new Offset();

    private void begin(double across, double heading, double speed) {
        offset.begin(Users.car(-7 - across, 100, heading, speed), STRAIGHT, ON_LANE, across);
    }

    @Test
    void whoDrivesAlongTheLaneKeepsItsDistanceFromTheMiddle() {
        begin(0.8, 180, 10);
        assertThat(offset.at(7)).isEqualTo(0.8, within(1e-9));
        assertThat(offset.at(100)).isEqualTo(0.8, within(1e-9));
        assertThat(offset.turnAt(7)).isEqualTo(0, within(1e-9));
    }

    @Test
    void whoIsBesideTheLaneComesBackToIt() {
        begin(2.5, 180, 10);
        assertThat(offset.at(0)).isEqualTo(2.5);
        assertThat(offset.at(15)).isEqualTo(1.2, within(1e-9));
    }

    @Test
    void setsOutInTheDirectionInWhichItGoes() {
        begin(0, 190, 10);
        assertThat(offset.turnAt(0)).isEqualTo(10, within(1e-6));
        assertThat(offset.at(1)).isEqualTo(Math.tan(Math.toRadians(10)), within(0.03));
        assertThat(offset.at(15)).isEqualTo(0, within(1e-9));
    }

    @Test
    void theDirectionOfWhoHardlyMovesSaysNothing() {
        begin(0, 210, 1);
        assertThat(offset.turnAt(0)).isZero();
    }

    @Test
    void goesNoMoreAskewThanAnyoneWhoFollowsAWay() {
        begin(0, 250, 10);
        assertThat(offset.turnAt(0)).isEqualTo(35, within(1e-6));
    }

    @Test
    void whoTurnsBesideTheDrawnCurveLeavesInTheMiddleOfTheLane() {
        double along = RIGHT.stopLine() + 5;
        offset.begin(Users.car(-7, 15, RIGHT.path().headingAt(along), 6), RIGHT, along, -2.9);
        assertThat(offset.at(0)).isEqualTo(-2.9);
        assertThat(offset.at(30)).isEqualTo(0, within(1e-9));
    }
}
