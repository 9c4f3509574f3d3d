package io.verge.messages.facilities.element;

import io.verge.api.air.UnspeakableException;
import io.verge.api.observation.PriorityRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a request for priority is in the fields of SSM and SSEM. */
public final class PriorityFields {
    private static final int GREATEST_REQUEST = 255;
    private static final int GREATEST_COUNT = 127;
    private static final int GREATEST_LANE = 255;
    /** DE LaneID that is not known. */
    private static final int NO_LANE = 0;
    /** Within which a minute of the year says which one is meant. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private PriorityFields() {}

    /**
     * DE RequestID.
     *
     * @param message its name, for the exception
     */
    public static int request(PriorityRequest request, String message) throws UnspeakableException {
        if (request.request() < 0 || request.request() > GREATEST_REQUEST) {
            throw new UnspeakableException(
                    message + ": request " + request.request() + " is not 0 to " + GREATEST_REQUEST);
        }
        return request.request();
    }

    /** DE MsgCount of the request. */
    public static int sequence(PriorityRequest request) {
        return Math.max(0, Math.min(GREATEST_COUNT, request.sequence()));
    }

    /** DE LaneID; 0 when the lane is not known. */
    public static int lane(@Nullable Integer lane) {
        return lane == null || lane < 0 || lane > GREATEST_LANE ? NO_LANE : lane;
    }

    /** When the requester arrives; null when that is not known, or so far away that no field says which day is meant. */
    public static @Nullable Instant arrival(PriorityRequest request, Instant now) {
        Instant arrival = request.arrival();
        return arrival != null && Duration.between(now, arrival).abs().compareTo(LONGEST) < 0 ? arrival : null;
    }

    /** DE DSecond, for how long the green is needed, milliseconds; null when that is not known or cannot be. */
    public static @Nullable Integer duration(Instant arrival, @Nullable Instant departure) {
        if (departure == null || departure.isBefore(arrival)) {
            return null;
        }
        Duration needed = Duration.between(arrival, departure);
        return needed.compareTo(Duration.ofMinutes(1)) >= 0 ? null : (int) needed.toMillis();
    }
}
