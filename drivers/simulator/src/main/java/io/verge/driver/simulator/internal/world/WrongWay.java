package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Now and then a driver who comes along an inner lane out of the crossing the wrong way, and leaves the road shortly before the
 * crossing. While it is there nobody is let into that lane.
 */
final class WrongWay {
    private static final double SPEED = 9;
    /** Metres before the crossing's lines where it leaves the road. */
    private static final double LEAVES = 12;
    /** Seconds from one to the next, at least and at most. */
    private static final double SOONEST = 40;

    private static final double LATEST = 110;

    private final List<RoadLane> lanes;
    private final RandomGenerator random;
    private double wait;
    private @Nullable RoadLane lane;
    private int id;
    private double along;

    WrongWay(Layout layout, boolean comes, RandomGenerator random) {
        this.random = random;
        lanes = layout.lanes().stream()
                .filter(each -> !each.ingress() && each.id() % 10 == 3)
                .toList();
        wait = comes ? random.nextDouble(SOONEST, LATEST) : Double.POSITIVE_INFINITY;
    }

    /** Whether nobody else may drive into a lane. */
    boolean holds(RoadLane other) {
        return lane != null && other.id() == lane.id();
    }

    void step(double seconds, Traffic traffic, Ids ids) {
        if (lane != null) {
            along -= SPEED * seconds;
            if (along < LEAVES) {
                lane = null;
                wait = random.nextDouble(SOONEST, LATEST);
            }
            return;
        }
        wait -= seconds;
        if (wait <= 0) {
            RoadLane wanted = lanes.get(random.nextInt(lanes.size()));
            if (traffic.isFree(wanted)) {
                lane = wanted;
                id = ids.next();
                along = wanted.path().length();
            }
        }
    }

    Stream<Body> bodies() {
        RoadLane on = lane;
        if (on == null) {
            return Stream.empty();
        }
        Pose pose = on.path().at(along);
        return Stream.of(new Body(
                id,
                RoadUserType.CAR,
                pose.facing(pose.heading() + 180),
                SPEED,
                Vehicle.Kind.CAR.size(),
                Body.Conduct.WRONG_WAY));
    }
}
