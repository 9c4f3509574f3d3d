package io.verge.traffic;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which routes of a map lead over the same ground: they cross, join, or begin on the same lane. Those on the others drive side by
 * side and meet only when one leaves its way. Worked out once; immutable.
 */
public final class RoutePairs {
    /** Ways that are nowhere nearer to each other, metres, lie side by side: lanes for cars are wider. */
    private static final double SIDE_BY_SIDE = 2.2;

    private final IdentityHashMap<Route, Integer> numbers = new IdentityHashMap<>();
    /** By number; at each the numbers of the routes that it meets. */
    private final BitSet[] meeting;

    public RoutePairs(RoadNet net) {
        List<Route> routes = net.routes();
        meeting = new BitSet[routes.size()];
        for (int i = 0; i < meeting.length; i++) {
            numbers.put(routes.get(i), i);
            meeting[i] = new BitSet(meeting.length);
            for (int j = 0; j <= i; j++) {
                if (near(routes.get(i).path(), routes.get(j).path())) {
                    meeting[i].set(j);
                    meeting[j].set(i);
                }
            }
        }
    }

    private static boolean near(Polyline a, Polyline b) {
        for (int along = 0; along <= a.length(); along++) {
            if (b.project(a.eastAt(along), a.northAt(along)).distance() < SIDE_BY_SIDE) {
                return true;
            }
        }
        return false;
    }

    /** Whether two routes of this map meet; true for those of another. */
    public boolean meet(Route one, Route other) {
        Integer a = numbers.get(one);
        Integer b = numbers.get(other);
        return a == null || b == null || meeting[a].get(b);
    }
}
