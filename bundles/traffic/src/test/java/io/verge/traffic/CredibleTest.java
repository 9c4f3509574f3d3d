package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CredibleTest {
    private final Credible credible =
            new Credible(new Credible.Limits(Duration.ofSeconds(1), Duration.ofMillis(300), 1, 1));
    private Instant now = Crossing.TIME;

    @Test
    void whoHasBeenFollowedForASecondIsCredible() {
        assertThat(last(11, time -> List.of(car(1, 0, 10, time)))).isTrue();
    }

    @Test
    void whoHasJustAppearedIsNot() {
        assertThat(last(8, time -> List.of(car(1, 0, 10, time)))).isFalse();
    }

    @Test
    void whoComesBackUnderItsOldIdAfterAGapBeginsAnew() {
        last(11, time -> List.of(car(1, 0, 10, time)));
        now = now.plusSeconds(2);
        assertThat(last(2, time -> List.of(car(1, 0, 10, time)))).isFalse();
    }

    @Test
    void whoOnlyGoesOnAsItWentIsNot() {
        last(11, time -> List.of(car(1, 0, 10, time)));
        Instant measured = now;
        assertThat(last(5, time -> List.of(car(1, 0, 10, measured)))).isFalse();
    }

    @Test
    void whoWasMeasuredAgainIsSoonCredibleAgain() {
        last(11, time -> List.of(car(1, 0, 10, time)));
        Instant measured = now;
        last(5, time -> List.of(car(1, 0, 10, measured)));
        assertThat(last(4, time -> List.of(car(1, 0, 10, time)))).isTrue();
    }

    @Test
    void whoseVelocityIsUncertainIsNot() {
        assertThat(last(20, time -> List.of(user(1, RoadUserType.CAR, 0, 10, 1.2, time, SensorKind.RADAR))))
                .isFalse();
    }

    @Test
    void whatIsNoNumberIsNot() {
        assertThat(last(20, time -> List.of(user(1, RoadUserType.CAR, 0, 10, Double.NaN, time, SensorKind.RADAR))))
                .isFalse();
    }

    @Test
    void aWalkerThatGoesWithTheNoseOfACarIsAPartOfIt() {
        assertThat(last(20, time -> List.of(walker(1, 3, 4, time), car(2, 0, 4, time))))
                .isFalse();
    }

    @Test
    void aWalkerThatStandsBeforeAStandingCarIsSomeoneElse() {
        assertThat(last(20, time -> List.of(walker(1, 4, 0, time), car(2, 0, 0, time))))
                .isTrue();
    }

    @Test
    void theCarThatAWalkersTrackIsAPartOfStaysCredible() {
        assertThat(last(20, time -> List.of(car(2, 0, 4, time), walker(1, 3, 4, time))))
                .isTrue();
    }

    @Test
    void ofTwoBodiesThatStandInEachOtherTheOlderIs() {
        last(15, time -> List.of(car(1, 0, 0, time)));
        assertThat(last(15, time -> List.of(car(1, 0, 0, time), car(2, 2, 0, time))))
                .isTrue();
        assertThat(last(1, time -> List.of(car(2, 2, 0, time), car(1, 0, 0, time))))
                .isFalse();
    }

    @Test
    void whoseMeasurementsAreTakenByASecondTrackStillStandsForItsBody() {
        last(20, time -> List.of(car(1, 0, 10, time)));
        Instant measured = now;
        assertThat(last(12, time -> List.of(radarCar(2, 2, 10, time), car(1, 0, 10, measured))))
                .isFalse();
    }

    @Test
    void ofTwoThatDriveInEachOtherTheOlderIs() {
        last(15, time -> List.of(car(1, 0, 10, time)));
        assertThat(last(15, time -> List.of(car(2, 1, 7, time), car(1, 0, 10, time))))
                .isFalse();
        assertThat(last(1, time -> List.of(car(1, 0, 10, time), car(2, 1, 7, time))))
                .isTrue();
    }

    @Test
    void carsOneBehindTheOtherAreTwo() {
        assertThat(last(20, time -> List.of(car(1, 10, 8, time), car(2, 0, 8, time))))
                .isTrue();
    }

    @Test
    void timeThatRunsBackwardsForgetsEverybody() {
        last(20, time -> List.of(car(1, 0, 10, time)));
        now = Crossing.TIME.minusSeconds(100);
        assertThat(last(2, time -> List.of(car(1, 0, 10, time)))).isFalse();
    }

    /** After so many scenes, ten a second, whether the first road user is. */
    private boolean last(int scenes, Function<Instant, List<RoadUser>> users) {
        boolean is = false;
        for (int i = 0; i < scenes; i++) {
            now = now.plusMillis(100);
            Scene empty = Users.scene(now);
            Scene scene =
                    new Scene(now, empty.clock(), users.apply(now), Map.of(), Set.of(), List.of(), empty.stamps());
            credible.update(scene);
            is = credible.of(scene.roadUsers().get(0));
        }
        return is;
    }

    private static RoadUser car(int id, double east, double speed, Instant measured) {
        return user(id, RoadUserType.CAR, east, speed, 0.3, measured, SensorKind.RADAR, SensorKind.CAMERA);
    }

    private static RoadUser radarCar(int id, double east, double speed, Instant measured) {
        return user(id, RoadUserType.CAR, east, speed, 0.3, measured, SensorKind.RADAR);
    }

    private static RoadUser walker(int id, double east, double speed, Instant measured) {
        return user(id, RoadUserType.PEDESTRIAN, east, speed, 0.3, measured, SensorKind.RADAR, SensorKind.CAMERA);
    }

    private static RoadUser user(
            int id, RoadUserType type, double east, double speed, double error, Instant measured, SensorKind... kinds) {
        Motion motion = new Motion(
                new Position(east, 0, 0), new Velocity(speed, 0), 90, Covariance.round(0.3), Covariance.round(error));
        return new RoadUser(id, type, 1, motion, null, null, Set.of(kinds), measured, null);
    }
}
