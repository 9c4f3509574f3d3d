package io.verge.app.signalpriority.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways over the crossing, as a request names them: which signal group rules it, and when it arrives there. */
final class Movements {
    /** Slower, m/s, nobody arrives within the time that priority is about. */
    private static final double SLOWEST = 1;
    /** Further away, metres, a position is wrong or of another crossing. */
    private static final double FARTHEST = 2000;

    private final SiteMap map;
    private final SiteFrame frame;
    private final Map<Integer, Lane> lanes = new HashMap<>();

    Movements(SiteMap map, SiteFrame frame) {
        this.map = map;
        this.frame = frame;
        map.lanes().forEach(lane -> lanes.put(lane.id(), lane));
    }

    SiteMap map() {
        return map;
    }

    /** Whether it is meant for this crossing; without a region, the id alone says so. */
    boolean concerns(PriorityRequest request) {
        return request.crossing() == map.id() && (request.region() == 0 || request.region() == map.region());
    }

    boolean exclude(int group, int other) {
        return group != other && map.conflicts().contains(new Conflict(group, other));
    }

    /**
     * The signal group that rules its way. Without a lane to leave on, that of the lane it comes on, when it has but one.
     *
     * @return empty when the map has no such way, no signal rules it, or it is not clear which
     */
    Optional<Integer> group(PriorityRequest request) {
        Lane from = lanes.get(request.fromLane());
        if (from == null || !from.ingress()) {
            return Optional.empty();
        }
        Integer toLane = request.toLane();
        Integer found = null;
        for (Connection connection : from.connections()) {
            if (toLane != null && toLane != connection.toLane()) {
                continue;
            }
            Integer group = connection.signalGroup();
            if (group == null || (found != null && !found.equals(group))) {
                return Optional.empty();
            }
            found = group;
        }
        return Optional.ofNullable(found);
    }

    /** When it says it arrives, else when it would with its speed; null when it does not say enough. */
    @Nullable
    Instant arrival(PriorityRequest request, Instant now) {
        Instant said = request.arrival();
        Lane from = lanes.get(request.fromLane());
        if (said != null || from == null || request.position() == null || !(request.speed() >= SLOWEST)) {
            return said;
        }
        Position stopLine = from.centreLine().get(from.centreLine().size() - 1);
        double distance = frame.toSite(request.position()).distanceTo(stopLine);
        double seconds = distance / request.speed();
        return distance <= FARTHEST && Double.isFinite(seconds)
                ? now.plus(Duration.ofMillis(Math.round(seconds * 1000)))
                : null;
    }
}
