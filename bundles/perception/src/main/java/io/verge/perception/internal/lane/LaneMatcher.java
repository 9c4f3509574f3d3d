package io.verge.perception.internal.lane;

import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.SiteMap;
import io.verge.traffic.LaneLine;
import io.verge.traffic.RoadNet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives road users their lanes: position, error and heading, and where each was before. Pure: no clock; the same scenes give the same
 * lanes. For one thread.
 */
public final class LaneMatcher {
    /** A lane whose edge is farther away is not looked at, metres. */
    private static final double FARTHEST = 3;

    /** Who was not shown for so long is forgotten. */
    private static final Duration FORGET = Duration.ofSeconds(2);

    private static final double NANOS = 1e9;

    private final RoadNet net;
    private final LaneNeighbours neighbours;
    private final double radius;
    /** Of the lanes of the net, ascending: the place of an id is the lane's number. */
    private final int[] ids;

    private final Map<Integer, Memory> memories = new HashMap<>();
    private final Sighting sighting = new Sighting();

    private static final class Memory {
        private final LaneBelief belief = new LaneBelief();
        private Instant seen;

        private Memory(Instant seen) {
            this.seen = seen;
        }
    }

    /** For one map. */
    public LaneMatcher(SiteMap map) {
        net = RoadNet.of(map);
        neighbours = new LaneNeighbours(net);
        ids = net.lanes().stream().mapToInt(LaneLine::id).toArray();
        double widest = net.lanes().stream()
                .mapToDouble(lane -> lane.lane().width())
                .max()
                .orElse(0);
        radius = FARTHEST + widest / 2;
    }

    /**
     * The same road users with their lanes.
     *
     * @param now the time of the scene; when it goes back, what was known before stays and counts as of now
     * @param users each id once
     */
    public List<RoadUser> match(Instant now, List<RoadUser> users) {
        List<RoadUser> matched = new ArrayList<>(users.size());
        for (int i = 0; i < users.size(); i++) {
            matched.add(match(now, users.get(i)));
        }
        memories.values().removeIf(memory -> forgotten(memory, now));
        return matched;
    }

    private RoadUser match(Instant now, RoadUser user) {
        look(user);
        Memory memory = memories.computeIfAbsent(user.id(), id -> new Memory(now));
        memory.belief.update(
                sighting, neighbours, Duration.between(memory.seen, now).toNanos() / NANOS);
        memory.seen = now;
        int best = memory.belief.best();
        if (best < 0) {
            return user;
        }
        LaneLine lane = net.lanes().get(sighting.lanes[best]);
        double chance = memory.belief.chance(best);
        return on(new LaneMatch(lane.id(), sighting.along[best], sighting.across[best], chance), user);
    }

    private void look(RoadUser user) {
        sighting.clear();
        double east = user.motion().position().east();
        double north = user.motion().position().north();
        List<LaneLine> near = net.lanesNear(east, north, radius);
        for (int i = 0; i < near.size(); i++) {
            sighting.add(Arrays.binarySearch(ids, near.get(i).id()), near.get(i), user);
        }
    }

    private static boolean forgotten(Memory memory, Instant now) {
        return memory.seen.plus(FORGET).isBefore(now) || memory.seen.isAfter(now);
    }

    private static RoadUser on(LaneMatch lane, RoadUser user) {
        return new RoadUser(
                user.id(),
                user.type(),
                user.typeConfidence(),
                user.motion(),
                user.size(),
                lane,
                user.sources(),
                user.measuredAt(),
                user.selfReportId());
    }
}
