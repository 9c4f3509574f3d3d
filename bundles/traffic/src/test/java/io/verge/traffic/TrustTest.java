package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustTest {
    @Test
    void isHighWhenTwoKindsOfSourcesAgree() {
        assertThat(trust(5, 0, SensorKind.RADAR, SensorKind.CAMERA)).isEqualTo(Trust.HIGH);
        assertThat(trust(5, 0, SensorKind.RADAR, SensorKind.SELF_REPORT)).isEqualTo(Trust.HIGH);
    }

    @Test
    void isGoodWhenOneKindOfSensorHasFollowedForAWhile() {
        assertThat(trust(5, 0, SensorKind.RADAR)).isEqualTo(Trust.MEDIUM);
        assertThat(trust(0.3, 0, SensorKind.RADAR)).isEqualTo(Trust.GOOD);
    }

    @Test
    void isLowForALoneSelfReportHoweverSettled() {
        assertThat(trust(0.1, 0, SensorKind.SELF_REPORT)).isEqualTo(Trust.LOW);
        assertThat(trust(0.1, 0)).isEqualTo(Trust.LOW);
    }

    @Test
    void fadesWhenNothingIsMeasured() {
        assertThat(trust(5, 500, SensorKind.RADAR, SensorKind.CAMERA)).isEqualTo(Trust.HIGH / 2, within(1e-9));
    }

    @Test
    void isNotGreaterForWhatWasMeasuredInTheFuture() {
        assertThat(trust(5, -5000, SensorKind.RADAR, SensorKind.CAMERA)).isEqualTo(Trust.HIGH);
    }

    private static double trust(double velocityError, long millisAgo, SensorKind... sources) {
        Motion motion = new Motion(
                new Position(0, 0, 0), Velocity.ZERO, 0, Covariance.round(0.5), Covariance.round(velocityError));
        RoadUser user = new RoadUser(1, RoadUserType.CAR, 1, motion, null, null, Set.of(sources), Crossing.TIME, null);
        return Trust.of(user, Crossing.TIME.plusMillis(millisAgo));
    }
}
