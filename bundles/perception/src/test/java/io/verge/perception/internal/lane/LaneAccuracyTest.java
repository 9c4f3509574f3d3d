package io.verge.perception.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every route of a crossing with lanes of 3.2 m, driven at 12 m/s and seen ten times a second with half a metre of noise. */
class LaneAccuracyTest {
    private static final double SIGMA = 0.5;
    private static final double TO_AND_FRO = 0.3;
    private static final int NONE = -1;

    private final RoadNet net = RoadNet.of(NarrowCrossing.map());
    private final Random random = new Random(5);
    private int onLane;
    private int rightLane;
    private int onCrossing;
    private int rightNone;

    @Test
    void findsTheLaneInNinetySevenOfAHundredScenes() {
        driveAll();
        assertThat((double) rightLane / onLane).isGreaterThan(0.97);
    }

    @Test
    void findsNoneOnTheCrossingInNineOfTenScenes() {
        driveAll();
        assertThat((double) rightNone / onCrossing).isGreaterThan(0.9);
    }

    @Test
    void givesTheSameLanesWhenDrivenAgain() {
        List<RoadUser> once = drive(net.routes().get(1), new Random(9));
        assertThat(drive(net.routes().get(1), new Random(9))).isEqualTo(once);
    }

    private void driveAll() {
        for (int round = 0; round < 20; round++) {
            for (Route route : net.routes()) {
                drive(route, random);
            }
        }
    }

    private List<RoadUser> drive(Route route, Random noise) {
        LaneMatcher matcher = new LaneMatcher(net.map());
        List<RoadUser> seen = new ArrayList<>();
        Instant now = Crossing.TIME;
        for (double along = 0; along < route.path().length(); along += 1.2) {
            RoadUser user =
                    matcher.match(now, List.of(noisy(route, along, noise))).get(0);
            seen.add(user);
            score(route, along, user.lane() == null ? NONE : lane(user.lane()));
            now = now.plusMillis(100);
        }
        return seen;
    }

    private static int lane(LaneMatch match) {
        return match.lane();
    }

    private static RoadUser noisy(Route route, double along, Random noise) {
        double heading = route.path().headingAt(along);
        double right = TO_AND_FRO * Math.sin(along / 15);
        double east = route.path().eastAt(along) + right * Math.cos(Math.toRadians(heading));
        double north = route.path().northAt(along) - right * Math.sin(Math.toRadians(heading));
        return NarrowCrossing.user(
                1,
                RoadUserType.CAR,
                east + SIGMA * noise.nextGaussian(),
                north + SIGMA * noise.nextGaussian(),
                heading + 3 * noise.nextGaussian());
    }

    private void score(Route route, double along, int lane) {
        if (along > route.stopLine() && along < route.exit()) {
            onCrossing++;
            rightNone += lane == NONE ? 1 : 0;
        } else {
            onLane++;
            rightLane += lane
                            == (along <= route.stopLine()
                                    ? route.from().id()
                                    : route.to().id())
                    ? 1
                    : 0;
        }
    }
}
