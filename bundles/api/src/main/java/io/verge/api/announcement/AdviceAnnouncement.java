package io.verge.api.announcement;

import io.verge.api.time.Stamps;
import java.time.Instant;

/**
 * A speed that brings the traffic of a lane through the next green.
 *
 * @param lane of the site's map
 * @param minSpeed m/s
 * @param maxSpeed m/s
 * @param until when the advice ends
 */
public record AdviceAnnouncement(Instant time, Stamps stamps, int lane, double minSpeed, double maxSpeed, Instant until)
        implements Announcement {
    @Override
    public Kind kind() {
        return Kind.ADVICE;
    }
}
