package io.verge.api.announcement;

import io.verge.api.observation.PriorityRequest;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;

/**
 * How the requests for signal priority at this crossing stand.
 *
 * @param map of the crossing
 * @param statuses of all requests that are not forgotten, the oldest first
 */
public record PriorityAnnouncement(Instant time, Stamps stamps, SiteMap map, List<Status> statuses)
        implements Announcement {
    /** How one request stands. */
    public record Status(PriorityRequest request, Answer answer) {}

    /** How far a request is, as SAE J2735 PrioritizationResponseStatus names it. */
    public enum Answer {
        REQUESTED,
        PROCESSING,
        /** Another is served; the requester may go by other lanes or speeds. */
        WATCH_OTHER_TRAFFIC,
        GRANTED,
        REJECTED,
        /** It was granted for as long as it may be. */
        MAX_PRESENCE,
        /** Another was served too short a time ago. */
        RESERVICE_LOCKED
    }

    public PriorityAnnouncement {
        statuses = List.copyOf(statuses);
    }

    @Override
    public Kind kind() {
        return Kind.PRIORITY;
    }
}
