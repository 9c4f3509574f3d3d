package io.verge.perception.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneMatcherTest {
    private final LaneMatcher matcher = new LaneMatcher(NarrowCrossing.map());
    private Instant now = Crossing.TIME;

    private static LaneMatch on(@Nullable LaneMatch match) {
        return Objects.requireNonNull(match, "on no lane");
    }

    private @Nullable LaneMatch see(RoadUser user) {
        now = now.plusMillis(100);
        return matcher.match(now, List.of(user)).get(0).lane();
    }

    private @Nullable LaneMatch drive(RoadUserType type, double east, double from, double to, double heading) {
        LaneMatch last = null;
        for (int i = 0; i <= 30; i++) {
            last = see(NarrowCrossing.user(7, type, east, from + (to - from) * i / 30, heading));
        }
        return last;
    }

    @Test
    void saysWhereOnTheLaneSomeoneIs() {
        LaneMatch match = on(see(NarrowCrossing.car(-4.6, 100, 180)));
        assertThat(match.lane()).isEqualTo(12);
        assertThat(match.along()).isEqualTo(40);
        // Driving south, 0.2 m east of the middle is to the left.
        assertThat(match.across()).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void becomesSureWithTime() {
        assertThat(on(drive(RoadUserType.CAR, -4.8, 120, 90, 180)).probability())
                .isGreaterThan(0.98);
    }

    @Test
    void keepsAWrongWayDriverOnTheLaneThatItIsOn() {
        LaneMatch match = on(drive(RoadUserType.CAR, -4.8, 40, 80, 0));
        assertThat(match.lane()).isEqualTo(12);
        assertThat(match.probability()).isGreaterThan(0.9);
    }

    @Test
    void keepsAWrongWayDriverBesideTheMiddleOfTheRoad() {
        LaneMatch match = on(drive(RoadUserType.CAR, -1.8, 40, 80, 0));
        assertThat(match.lane()).isEqualTo(11);
        assertThat(match.probability()).isGreaterThan(0.9);
    }

    @Test
    void doesNotAskPedestriansForTheirDirection() {
        LaneMatch match = on(see(NarrowCrossing.user(7, RoadUserType.PEDESTRIAN, -4.8, 60, 90)));
        assertThat(match.lane()).isEqualTo(12);
        assertThat(match.probability()).isGreaterThan(0.9);
    }

    @Test
    void matchesNobodyOnTheCrossing() {
        drive(RoadUserType.CAR, -4.8, 40, 18, 180);
        assertThat(drive(RoadUserType.CAR, -4.8, 18, 0, 180)).isNull();
    }

    @Test
    void matchesTheLaneBehindTheCrossing() {
        drive(RoadUserType.CAR, -4.8, 40, 0, 180);
        assertThat(on(drive(RoadUserType.CAR, -4.8, 0, -30, 180)).lane()).isEqualTo(34);
    }

    @Test
    void followsALaneChange() {
        drive(RoadUserType.CAR, -4.8, 130, 110, 180);
        for (int i = 0; i < 20; i++) {
            see(NarrowCrossing.car(-4.8 + 3.2 * i / 20, 110 - i, 180));
        }
        assertThat(on(drive(RoadUserType.CAR, -1.6, 90, 85, 180)).lane()).isEqualTo(11);
    }

    @Test
    void keepsItsLaneThroughOneWildPosition() {
        drive(RoadUserType.CAR, -4.8, 130, 110, 180);
        assertThat(on(see(NarrowCrossing.car(-2.6, 109, 180))).lane()).isEqualTo(12);
    }

    @Test
    void matchesNobodyBesideTheRoadOrFarAway() {
        assertThat(see(NarrowCrossing.car(-9, 60, 180))).isNull();
        assertThat(see(NarrowCrossing.car(5000, 60, 180))).isNull();
        assertThat(see(NarrowCrossing.car(-4.8, 160, 180))).isNull();
    }

    @Test
    void matchesNobodyAtAnUnknownPlaceAndGoesOnAfterwards() {
        drive(RoadUserType.CAR, -4.8, 130, 110, 180);
        assertThat(see(NarrowCrossing.car(Double.NaN, 100, 180))).isNull();
        assertThat(see(NarrowCrossing.car(Double.POSITIVE_INFINITY, 100, 180))).isNull();
        assertThat(on(drive(RoadUserType.CAR, -4.8, 100, 90, 180)).lane()).isEqualTo(12);
    }

    @Test
    void matchesWhoNeverSaidWhereHePoints() {
        assertThat(on(see(NarrowCrossing.car(-4.8, 60, Double.NaN))).lane()).isEqualTo(12);
    }

    @Test
    void goesOnWhenTimeGoesBack() {
        drive(RoadUserType.CAR, -4.8, 130, 110, 180);
        now = now.minusSeconds(3600);
        LaneMatch match = on(drive(RoadUserType.CAR, -4.8, 110, 100, 180));
        assertThat(match.lane()).isEqualTo(12);
        assertThat(match.probability()).isGreaterThan(0.98);
    }

    @Test
    void learnsNothingFromTheSameInstantTwice() {
        drive(RoadUserType.CAR, -4.8, 130, 110, 180);
        List<RoadUser> once = List.of(NarrowCrossing.car(-3.4, 109, 180));
        now = now.plusMillis(100);
        LaneMatch first = matcher.match(now, once).get(0).lane();
        assertThat(matcher.match(now, once).get(0).lane()).isEqualTo(first);
    }

    @Test
    void leavesTheRestOfARoadUserAsItWas() {
        RoadUser car = NarrowCrossing.car(-4.8, 60, 180);
        RoadUser matched = matcher.match(now, List.of(car)).get(0);
        assertThat(matched.motion()).isSameAs(car.motion());
        assertThat(matched.id()).isEqualTo(car.id());
        assertThat(matched.measuredAt()).isEqualTo(car.measuredAt());
    }
}
