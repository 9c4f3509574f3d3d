package io.verge.messages.sae.internal.dsrc;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.site.SiteMap;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.PriorityRequestType;
import io.verge.messages.sae.j2735.RequestImportanceLevel;
import io.verge.messages.sae.j2735.RequestorDescription;
import io.verge.messages.sae.j2735.RequestorPositionVector;
import io.verge.messages.sae.j2735.RequestorType;
import io.verge.messages.sae.j2735.SignalRequest;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.sae.j2735.SignalRequestPackage;
import io.verge.messages.sae.j2735.TransmissionAndSpeed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests for priority, as SRM carries them. Of those in a message the one for this site's crossing is taken, else the first.
 */
public final class PriorityRequests {
    private static final int UNAVAILABLE = -1;
    private static final int GREATEST_LEVEL = 14;
    private static final int NO_LANE = 0;

    /** By their numbers. */
    private static final List<RequestImportanceLevel> LEVELS = List.of(RequestImportanceLevel.values());

    private final Requesters requesters;
    private final @Nullable IntersectionReferenceID crossing;
    private final double elevation;

    /**
     * For a site.
     *
     * @param map null when it has none
     * @param elevation of the site, metres, for requesters that do not say theirs
     */
    public PriorityRequests(Requesters requesters, @Nullable SiteMap map, double elevation) {
        this.requesters = requesters;
        this.crossing = map == null ? null : SiteReferences.crossing(map);
        this.elevation = elevation;
    }

    /** Null when the message asks for nothing. */
    public @Nullable PriorityRequest of(SignalRequestMessage message, Instant received) {
        List<SignalRequestPackage> requests = message.requests();
        if (requests == null || requests.isEmpty()) {
            return null;
        }
        SignalRequestPackage chosen = requests.stream()
                .filter(each -> each.request().id().equals(crossing))
                .findFirst()
                .orElse(requests.get(0));
        Action action = action(chosen.request().requestType());
        return action == null ? null : request(message, chosen, action, received);
    }

    private PriorityRequest request(
            SignalRequestMessage message, SignalRequestPackage asked, Action action, Instant received) {
        SignalRequest request = asked.request();
        RequestorDescription requester = message.requestor();
        RequestorType type = requester.type();
        RequestorPositionVector at = requester.position();
        Integer sequence = message.sequenceNumber();
        Integer region = request.id().region();
        Instant arrival = MinuteOfYear.instant(asked.minute(), asked.second(), received);
        return new PriorityRequest(
                requesters.text(requester.id()),
                request.requestID(),
                sequence == null ? UNAVAILABLE : sequence,
                action,
                region == null ? 0 : region,
                request.id().id(),
                lane(request.inBoundLane()),
                lane(request.outBoundLane()),
                arrival,
                departure(arrival, asked.duration()),
                type == null ? Role.UNKNOWN : Requesters.role(type.role()),
                type == null ? UNAVAILABLE : level(type.request()),
                at == null ? null : position(at.position()),
                at == null ? Double.NaN : speed(at.speed()));
    }

    private static @Nullable Action action(PriorityRequestType type) {
        if (type.equals(PriorityRequestType.PRIORITY_REQUEST)) {
            return Action.REQUEST;
        } else if (type.equals(PriorityRequestType.PRIORITY_REQUEST_UPDATE)) {
            return Action.UPDATE;
        }
        return type.equals(PriorityRequestType.PRIORITY_CANCELLATION) ? Action.CANCEL : null;
    }

    /** Approaches and connections have numbers of the map that is on the air, which lanes share with the site's. */
    private static @Nullable Integer lane(@Nullable IntersectionAccessPoint point) {
        return point instanceof IntersectionAccessPoint.Lane lane && lane.value() != NO_LANE ? lane.value() : null;
    }

    private static @Nullable Instant departure(@Nullable Instant arrival, @Nullable Integer duration) {
        return arrival == null || duration == null || duration >= MinuteOfYear.MINUTE_MILLIS
                ? null
                : arrival.plusMillis(duration);
    }

    private static int level(@Nullable RequestImportanceLevel level) {
        int number = level == null ? 0 : LEVELS.indexOf(level);
        return number >= 1 && number <= GREATEST_LEVEL ? number : UNAVAILABLE;
    }

    private @Nullable Wgs84 position(Position3D at) {
        if (at.lat() == Coordinates.LATITUDE_UNAVAILABLE || at.long_() == Coordinates.LONGITUDE_UNAVAILABLE) {
            return null;
        }
        Integer height = at.elevation();
        return new Wgs84(
                Coordinates.degrees(at.lat()),
                Coordinates.degrees(at.long_()),
                height == null || height == DsrcUnits.ELEVATION_UNAVAILABLE ? elevation : height / 10.0);
    }

    private static double speed(@Nullable TransmissionAndSpeed speed) {
        return speed == null || speed.speed() == DsrcUnits.SPEED_UNAVAILABLE
                ? Double.NaN
                : speed.speed() * DsrcUnits.SPEED_STEP;
    }
}
