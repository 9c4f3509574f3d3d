package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which ways across the crossing cannot be used at the same time, found by driving the biggest vehicle along each. */
final class Conflicts {
    private static final double STEP = 1;

    /** Two ways, by the ids of their lanes. */
    private record Pair(int from, int to, int otherFrom, int otherTo) {
        static Pair of(Turn turn, Turn other) {
            return new Pair(
                    turn.from().id(),
                    turn.to().id(),
                    other.from().id(),
                    other.to().id());
        }
    }

    /** The ground that the biggest vehicle covers on its way, as rectangles. */
    private record Swept(Turn turn, List<Body> bodies) {
        static Swept by(Turn turn) {
            Size size = new Size(turn.longest(), turn.longest() > 5 ? 2.5 : 1.9, 3);
            List<Body> bodies = new ArrayList<>();
            for (double along = 0; along <= turn.path().length(); along += STEP) {
                bodies.add(new Body(0, RoadUserType.TRUCK, turn.path().at(along), 0, size, Body.Conduct.LAWFUL));
            }
            return new Swept(turn, bodies);
        }

        boolean touches(Swept other) {
            return !turn.startsWith(other.turn)
                    && bodies.stream().anyMatch(body -> other.bodies.stream().anyMatch(body::overlaps));
        }
    }

    private final Set<Pair> conflicts = new HashSet<>();

    Conflicts(Layout layout) {
        List<Swept> all = layout.turns().stream().map(Swept::by).toList();
        for (Swept one : all) {
            all.stream().filter(one::touches).forEach(other -> conflicts.add(Pair.of(one.turn(), other.turn())));
        }
    }

    /** Whether two vehicles on these ways could touch; never for ways from the same lane, where one follows the other. */
    boolean between(Turn turn, Turn other) {
        return conflicts.contains(Pair.of(turn, other));
    }
}
