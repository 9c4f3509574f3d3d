package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InclusionTest {
    private final Inclusion inclusion = new Inclusion();

    @Test
    void whoIsNewIsIncludedAndWhoStandsIsNotAgain() {
        RoadUser car = car(1, 10, 0, 90);

        assertThat(included(0, car)).containsExactly(1);
        assertThat(included(100, car)).isEmpty();
        assertThat(included(900, car)).isEmpty();
    }

    @Test
    void aSecondLaterEveryoneIsIncludedAgain() {
        RoadUser car = car(1, 10, 0, 90);
        included(0, car);

        assertThat(included(1000, car)).containsExactly(1);
    }

    @Test
    void smallChangesAddUpToOne() {
        included(0, car(1, 10, 3, 90));

        assertThat(included(100, car(1, 12, 3, 90))).isEmpty();
        assertThat(included(200, car(1, 14, 3, 90))).isEmpty();
        assertThat(included(300, car(1, 14.1, 3, 90))).containsExactly(1);
    }

    @Test
    void aChangeOfSpeedOrHeadingCounts() {
        included(0, car(1, 10, 3, 359), car(2, 50, 3, 90), car(3, 90, 3, 90));

        assertThat(included(100, car(1, 10, 3, 4), car(2, 50, 3.6, 90), car(3, 90, 3.4, 93)))
                .containsExactly(1, 2);
    }

    @Test
    void aHeadingThatBecomesKnownCounts() {
        included(0, car(1, 10, 3, Double.NaN));

        assertThat(included(100, car(1, 10, 3, Double.NaN))).isEmpty();
        assertThat(included(200, car(1, 10, 3, 90))).containsExactly(1);
    }

    @Test
    void theVulnerableGoTogether() {
        included(0, walker(1), walker(2), car(9, 10, 0, 90));

        assertThat(included(400, walker(1), walker(2), car(9, 10, 0, 90))).isEmpty();
        assertThat(included(450, walker(1), walker(2), walker(3), car(9, 10, 0, 90)))
                .containsExactly(1, 2, 3);
        assertThat(included(900, walker(1), walker(2), walker(3))).isEmpty();
        assertThat(included(950, walker(1), walker(2), walker(3))).containsExactly(1, 2, 3);
    }

    @Test
    void whoComesBackIsNew() {
        RoadUser car = car(1, 10, 0, 90);
        included(0, car);
        included(100);

        assertThat(included(200, car)).containsExactly(1);
    }

    @Test
    void whenTheClockIsSetBackAllBeginsAnew() {
        RoadUser car = car(1, 10, 0, 90);
        included(0, car);

        assertThat(included(-60_000, car)).containsExactly(1);
    }

    @Test
    void thatNobodyIsThereIsSaidOnceASecond() {
        assertThat(inclusion.silent(List.of(), at(0))).isFalse();
        assertThat(inclusion.silent(List.of(), at(999))).isTrue();
        assertThat(inclusion.silent(List.of(), at(1000))).isFalse();
        assertThat(inclusion.silent(List.of(car(1, 0, 0, 0)), at(1100))).isFalse();
        assertThat(inclusion.silent(List.of(), at(2000))).isTrue();
    }

    private List<Integer> included(long millis, RoadUser... users) {
        return inclusion.of(List.of(users), at(millis)).stream()
                .map(RoadUser::id)
                .toList();
    }

    private static Instant at(long millis) {
        return Crossing.TIME.plusMillis(millis);
    }

    private static RoadUser car(int id, double east, double speed, double heading) {
        return user(id, RoadUserType.CAR, east, speed, heading);
    }

    private static RoadUser walker(int id) {
        return user(id, RoadUserType.PEDESTRIAN, id, 1, 0);
    }

    private static RoadUser user(int id, RoadUserType type, double east, double speed, double heading) {
        Motion motion = new Motion(
                new Position(east, 0, 0),
                new Velocity(speed, 0),
                heading,
                Covariance.round(0.3),
                Covariance.round(0.3));
        return new RoadUser(id, type, 0.9, motion, null, null, Set.of(), Crossing.TIME, null);
    }
}
