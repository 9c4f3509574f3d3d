package io.verge.app.sensorsharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is announced, how often, and in what order. */
class SensorSharingAppTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final Covariance SURE = Covariance.round(0.5);

    private final SensorSharingApp app = new SensorSharingApp("sensor-sharing", 10, Duration.ofSeconds(1));
    private final List<RoadUsersAnnouncement> said = new ArrayList<>();

    private static RoadUser user(int id, RoadUserType type, double north, double northSpeed, Instant measuredAt) {
        Motion motion = new Motion(new Position(0, north, 0), new Velocity(0, northSpeed), Double.NaN, SURE, SURE);
        return new RoadUser(id, type, 0.9, motion, null, null, Set.of(SensorKind.RADAR), measuredAt, null);
    }

    private static RoadUser user(int id, RoadUserType type, double north, double northSpeed) {
        return user(id, type, north, northSpeed, START);
    }

    private void scene(long millis, List<RoadUser> users) {
        app.onScene(
                new Scene(START.plusMillis(millis), EXACT, users, Map.of(), Set.of(), List.of(), Stamps.NONE),
                announcement -> said.add((RoadUsersAnnouncement) announcement));
    }

    private List<Integer> order(RoadUser... users) {
        scene(0, List.of(users));
        return said.get(0).roadUsers().stream().map(RoadUser::id).toList();
    }

    @Test
    void whoHasNothingAroundThemGoesFirst() {
        assertThat(order(
                        user(1, RoadUserType.CAR, 30, -15),
                        user(2, RoadUserType.PEDESTRIAN, 90, 0),
                        user(3, RoadUserType.BICYCLE, 40, -4)))
                .containsExactly(3, 2, 1);
    }

    @Test
    void whoArrivesSoonerGoesBeforeWhoIsNearer() {
        assertThat(order(user(1, RoadUserType.CAR, 40, -4), user(2, RoadUserType.TRUCK, 70, -20)))
                .containsExactly(2, 1);
    }

    @Test
    void whoArrivesGoesBeforeWhoStandsOrLeaves() {
        assertThat(order(
                        user(1, RoadUserType.CAR, 25, 0),
                        user(2, RoadUserType.CAR, 30, 12),
                        user(3, RoadUserType.CAR, 60, -12)))
                .containsExactly(3, 1, 2);
    }

    @Test
    void whoMovesOnTheCrossingArrivesNow() {
        assertThat(order(user(1, RoadUserType.CAR, 22, -20), user(2, RoadUserType.CAR, 5, 6)))
                .containsExactly(2, 1);
    }

    @Test
    void whoIsFarAwayYetIsOrderedByDistance() {
        assertThat(order(user(1, RoadUserType.CAR, 200, -15), user(2, RoadUserType.OBSTACLE, 150, 0)))
                .containsExactly(2, 1);
    }

    @Test
    void theSameSceneGivesTheSameOrder() {
        List<RoadUser> users = new ArrayList<>();
        for (int id = 1; id <= 40; id++) {
            users.add(user(id, RoadUserType.CAR, 50, -10));
        }
        Collections.reverse(users);
        assertThat(order(users.toArray(RoadUser[]::new))).isSorted();
    }

    @Test
    void whoWasNotMeasuredForOverASecondIsLeftOut() {
        scene(
                1000,
                List.of(
                        user(1, RoadUserType.CAR, 50, -10, START),
                        user(2, RoadUserType.CAR, 50, -10, START.minusMillis(1))));
        assertThat(said.get(0).roadUsers()).extracting(RoadUser::id).containsExactly(1);
    }

    @Test
    void anEmptyRoadIsAnnouncedToo() {
        scene(0, List.of());
        assertThat(said).singleElement().satisfies(announcement -> assertThat(announcement.roadUsers())
                .isEmpty());
    }

    @Test
    void theTimeIsThatOfTheSceneToWhichMotionIsExtrapolated() {
        scene(40, List.of());
        assertThat(said.get(0).time()).isEqualTo(START.plusMillis(40));
    }

    @Test
    void ofScenesEveryFiftyMillisecondsItAnnouncesTenASecond() {
        for (int millis = 0; millis < 2000; millis += 50) {
            scene(millis, List.of());
        }
        assertThat(said).hasSize(20);
    }
}
