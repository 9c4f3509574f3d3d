package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A driver who comes along an inner lane out of the crossing the wrong way, and leaves the road shortly before the crossing.
 * From before it comes nobody is let into that lane.
 */
final class WrongWay implements Act {
    private static final double SPEED = 9;
    /** Metres before the crossing's lines where it leaves the road. */
    private static final double LEAVES = 12;

    private @Nullable RoadLane lane;
    private int id;
    private double along;
    private int number;

    @Override
    public boolean step(Situation situation) {
        RoadLane on = lane;
        if (on == null) {
            on = choose(situation);
            lane = on;
        }
        if (id == 0) {
            appear(situation, on);
            return true;
        }
        along -= SPEED * situation.seconds();
        boolean goesOn = along >= LEAVES;
        if (!goesOn) {
            situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        }
        return goesOn;
    }

    private static RoadLane choose(Situation situation) {
        List<RoadLane> lanes = situation.layout().lanes().stream()
                .filter(each -> !each.ingress() && each.id() % 10 == 3)
                .toList();
        return lanes.get(situation.random().nextInt(lanes.size()));
    }

    private void appear(Situation situation, RoadLane on) {
        if (!situation.held().test(on) && situation.traffic().isFree(on)) {
            id = situation.ids().next();
            along = on.path().length();
            number = situation
                    .truth()
                    .begin(
                            Incident.WRONG_WAY,
                            situation.millis(),
                            on.id(),
                            on.path().at(along),
                            id);
        }
    }

    @Override
    public boolean holds(RoadLane other) {
        return lane != null && other.id() == lane.id();
    }

    @Override
    public Stream<Body> bodies() {
        RoadLane on = lane;
        if (on == null || id == 0) {
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
