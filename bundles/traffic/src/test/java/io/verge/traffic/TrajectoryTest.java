package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private static final Route STRAIGHT =
            RoadNet.of(Crossing.map()).routesFrom(12).get(0);
    private static final Route RIGHT = RoadNet.of(Crossing.map()).routesFrom(12).get(1);

    private final Trajectory ahead = new Trajectory(50);

    @Test
    void looksFiveSecondsAheadInFiftySteps() {
        ahead.straight(Users.car(0, 0, 90, 10));
        assertThat(ahead.size()).isEqualTo(51);
        assertThat(ahead.east(0)).isZero();
        assertThat(ahead.east(50)).isEqualTo(50, within(1e-9));
        assertThat(ahead.north(50)).isEqualTo(0, within(1e-9));
        assertThat(ahead.heading(50)).isEqualTo(90);
    }

    @Test
    void drivesACircleClockwise() {
        ahead.turning(Users.car(0, 0, 0, 10), 36);
        double radius = 10 / Math.toRadians(36);
        assertThat(ahead.east(25)).isEqualTo(radius, within(1e-9));
        assertThat(ahead.north(25)).isEqualTo(radius, within(1e-9));
        assertThat(ahead.heading(25)).isEqualTo(90, within(1e-9));
        assertThat(ahead.east(50)).isEqualTo(2 * radius, within(1e-9));
    }

    @Test
    void drivesStraightOnWhenTheTurnRateIsUnknown() {
        ahead.turning(Users.car(0, 0, 0, 10), Double.NaN);
        assertThat(ahead.north(50)).isEqualTo(50, within(1e-9));
    }

    @Test
    void backsUpWithItsBodyPointingAhead() {
        ahead.straight(moving(0, new Velocity(0, -2)));
        assertThat(ahead.north(50)).isEqualTo(-10, within(1e-9));
        assertThat(ahead.heading(50)).isZero();
    }

    @Test
    void pointsWhereItGoesWhenNobodyKnowsBetter() {
        ahead.straight(moving(Double.NaN, new Velocity(3, 0)));
        assertThat(ahead.heading(0)).isEqualTo(90);
        ahead.straight(moving(Double.NaN, Velocity.ZERO));
        assertThat(ahead.heading(0)).isZero();
    }

    @Test
    void followsARouteAtItsOffset() {
        RoadUser car = Users.car(-8, 40, 180, 10);
        ahead.along(car, RIGHT, 110, 1, 0, 14);
        assertThat(ahead.east(0)).isEqualTo(-8, within(1e-9));
        assertThat(ahead.north(0)).isEqualTo(40, within(1e-9));
        assertThat(ahead.heading(0)).isEqualTo(180);
        // After 5 s on the egress lane of arm 4, one metre to the right of its middle.
        assertThat(ahead.heading(50)).isEqualTo(270);
        assertThat(ahead.north(50)).isEqualTo(4.5, within(1e-9));
    }

    @Test
    void stopsAndStaysWhenItBrakes() {
        ahead.along(Users.car(-7, 60, 180, 10), STRAIGHT, 90, 0, -4, 14);
        assertThat(ahead.north(50)).isEqualTo(60 - 12.5, within(1e-6));
        assertThat(ahead.north(40)).isEqualTo(ahead.north(50));
    }

    @Test
    void acceleratesNoFurtherThanItMay() {
        ahead.along(Users.car(-7, 100, 180, 10), STRAIGHT, 50, 0, 2, 14);
        // 2 s from 10 to 14 m/s, then 3 s.
        assertThat(ahead.north(50)).isEqualTo(100 - 24 - 42, within(1e-6));
    }

    @Test
    void keepsItsSpeedWhenItIsTooFastAlready() {
        ahead.along(Users.car(-7, 140, 180, 20), STRAIGHT, 10, 0, 1, 14);
        assertThat(ahead.north(50)).isEqualTo(40, within(1e-6));
    }

    @Test
    void goesStraightOnBehindTheEndOfARoute() {
        ahead.along(Users.car(-7, -140, 180, 10), STRAIGHT, STRAIGHT.path().length() - 10, 0, 0, 14);
        assertThat(ahead.north(50)).isEqualTo(-190, within(1e-6));
    }

    @Test
    void isFilledAgain() {
        ahead.straight(Users.user(RoadUserType.BUS, 500, 500, 0, 10, null));
        ahead.straight(Users.car(0, 0, 90, 10));
        assertThat(ahead.length()).isEqualTo(Bodies.length(Users.car(0, 0, 0, 0)));
        Trajectory far = new Trajectory(50);
        far.straight(Users.car(500, 500, 0, 0));
        assertThat(ahead.near(far, 100)).isFalse();
    }

    private static RoadUser moving(double heading, Velocity velocity) {
        Motion motion =
                new Motion(new Position(0, 0, 0), velocity, heading, Covariance.round(0.4), Covariance.round(0.2));
        return new RoadUser(1, RoadUserType.CAR, 1, motion, null, null, Set.of(), Crossing.TIME, null);
    }
}
