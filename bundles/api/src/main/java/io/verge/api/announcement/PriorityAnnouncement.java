package io.verge.api.announcement;

import io.verge.api.time.Stamps;
import java.time.Instant;

/**
 * The answer to a request for signal priority.
 *
 * @param requester the requester's id in hexadecimal, as received
 * @param request the number of the request
 * @param signalGroup that was asked for
 */
public record PriorityAnnouncement(
        Instant time, Stamps stamps, String requester, int request, int signalGroup, Answer answer)
        implements Announcement {
    /** How far the request is. */
    public enum Answer {
        RECEIVED,
        PROCESSING,
        GRANTED,
        REJECTED
    }

    @Override
    public Kind kind() {
        return Kind.PRIORITY;
    }
}
