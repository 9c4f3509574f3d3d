package io.verge.messages.csae.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.edition2020.DriveRequest;
import io.verge.messages.csae.edition2020.MovementEx;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.PathPlanningPoint;
import io.verge.messages.csae.edition2020.ReqSignalPriority;
import io.verge.messages.csae.edition2020.ReqStatus;
import io.verge.messages.csae.edition2020.VehIntentionAndRequest;
import io.verge.messages.facilities.element.DsrcUnits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Requests for priority, as VIR carries them. Of those in a message the one for this site's crossing is taken, else the first.
 * They name a movement rather than lanes: lanes are told where the map has only one of that movement.
 */
final class PriorityRequests {
    private static final int UNAVAILABLE = -1;
    /** DE TimeOffset, milliseconds: as in the standards it comes from. */
    private static final int OFFSET_MILLIS = 10;

    private static final int OFFSET_UNAVAILABLE = 65_535;

    private final @Nullable SiteMap map;
    private final SelfReports reports;

    /**
     * For a site.
     *
     * @param map null when it has none
     */
    PriorityRequests(@Nullable SiteMap map, SelfReports reports) {
        this.map = map;
        this.reports = reports;
    }

    /** What is asked for, and how. */
    private record Asked(DriveRequest request, ReqSignalPriority priority, Action action) {}

    /**
     * Null when the message asks for no priority.
     *
     * @param sensedAt when the message was true
     */
    @Nullable
    PriorityRequest of(VehIntentionAndRequest message, Instant sensedAt) {
        List<DriveRequest> requests = message.intAndReq().reqs();
        Asked chosen = null;
        for (DriveRequest request : requests == null ? List.<DriveRequest>of() : requests) {
            Action action = action(request.status());
            if (action != null && request.info() instanceof ReqSignalPriority priority) {
                Asked asked = new Asked(request, priority, action);
                if (isHere(priority.intersectionId())) {
                    return request(message, asked, sensedAt);
                }
                chosen = chosen == null ? asked : chosen;
            }
        }
        return chosen == null ? null : request(message, chosen, sensedAt);
    }

    private PriorityRequest request(VehIntentionAndRequest message, Asked asked, Instant sensedAt) {
        NodeReferenceID crossing = asked.priority.intersectionId();
        Integer region = crossing.region();
        Set<Integer> from = new TreeSet<>();
        Set<Integer> to = new TreeSet<>();
        movement(crossing, asked.priority.requiredMov(), from, to);
        PathPlanningPoint now = message.intAndReq().currentPos();
        Integer speed = now == null ? null : now.speed();
        return new PriorityRequest(
                message.id().hex(),
                asked.request.reqID(),
                UNAVAILABLE,
                asked.action,
                region == null ? 0 : region,
                crossing.id(),
                only(from),
                only(to),
                arrival(asked.priority.estimatedArrivalTime(), sensedAt),
                null,
                Role.UNKNOWN,
                UNAVAILABLE,
                position(message),
                speed == null || speed == DsrcUnits.SPEED_UNAVAILABLE ? Double.NaN : speed * DsrcUnits.SPEED_STEP);
    }

    /** The reference position is the vehicle's own: what it plans is said as offsets from it. */
    private @Nullable Wgs84 position(VehIntentionAndRequest message) {
        return reports.position(message.refPos());
    }

    private static @Nullable Action action(ReqStatus status) {
        if (status.equals(ReqStatus.REQUEST)) {
            return Action.REQUEST;
        }
        return status.equals(ReqStatus.CANCEL) || status.equals(ReqStatus.COMPLETE) ? Action.CANCEL : null;
    }

    private static @Nullable Instant arrival(@Nullable Integer offset, Instant sensedAt) {
        return offset == null || offset == OFFSET_UNAVAILABLE
                ? null
                : sensedAt.plusMillis((long) offset * OFFSET_MILLIS);
    }

    private boolean isHere(NodeReferenceID crossing) {
        return map != null && crossing.equals(SignalMessage.node(map));
    }

    /** The lanes of all ways of the map that are such a movement. */
    private void movement(NodeReferenceID crossing, MovementEx movement, Set<Integer> from, Set<Integer> to) {
        if (map == null || !isHere(crossing)) {
            return;
        }
        Set<Integer> leading = new TreeSet<>();
        for (Lane lane : map.lanes()) {
            if (!lane.ingress()
                    && upstreamNode(map, lane) == movement.remoteIntersection().id()) {
                leading.add(lane.id());
            }
        }
        for (Lane lane : map.lanes()) {
            for (Connection way : lane.connections()) {
                boolean phase = movement.phaseId() == null || movement.phaseId().equals(way.signalGroup());
                if (phase && leading.contains(way.toLane())) {
                    from.add(lane.id());
                    to.add(way.toLane());
                }
            }
        }
    }

    private static int upstreamNode(SiteMap map, Lane lane) {
        return map.approaches().stream()
                .filter(approach -> approach.id() == lane.approach())
                .mapToInt(Approach::upstreamNode)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable Integer only(Set<Integer> lanes) {
        return lanes.size() == 1 ? lanes.iterator().next() : null;
    }
}
