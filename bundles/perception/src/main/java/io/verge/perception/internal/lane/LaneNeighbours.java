package io.verge.perception.internal.lane;

import io.verge.api.site.Connection;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Polyline;
import io.verge.traffic.RoadNet;
import java.util.List;

/** Which lane can follow which without leaving the road: one beside it, in either direction, or one that a connection leads to. */
final class LaneNeighbours {
    /** Between the edges of lanes that are beside each other there is at most so much, metres. */
    private static final double STRIP = 1;

    private final boolean[][] next;
    private final int[] count;

    /** Lanes are numbered in the order of the net. */
    LaneNeighbours(RoadNet net) {
        List<LaneLine> lanes = net.lanes();
        next = new boolean[lanes.size()][lanes.size()];
        count = new int[lanes.size()];
        for (int from = 0; from < lanes.size(); from++) {
            for (int to = 0; to < lanes.size(); to++) {
                next[from][to] = from != to && follows(lanes.get(from), lanes.get(to));
                count[from] += next[from][to] ? 1 : 0;
            }
        }
    }

    boolean next(int from, int to) {
        return next[from][to];
    }

    /** How many can follow a lane. */
    int count(int from) {
        return count[from];
    }

    private static boolean follows(LaneLine from, LaneLine to) {
        for (Connection connection : from.lane().connections()) {
            if (connection.toLane() == to.id()) {
                return true;
            }
        }
        return from.lane().approach() == to.lane().approach() && beside(from, to);
    }

    /** Measured in the middle of the shorter one. */
    private static boolean beside(LaneLine a, LaneLine b) {
        boolean aIsShorter = a.line().length() <= b.line().length();
        Polyline shorter = (aIsShorter ? a : b).line();
        Polyline longer = (aIsShorter ? b : a).line();
        double middle = shorter.length() / 2;
        double distance =
                longer.project(shorter.eastAt(middle), shorter.northAt(middle)).distance();
        return distance <= (a.lane().width() + b.lane().width()) / 2 + STRIP;
    }
}
