package io.verge.api.observation;

import io.verge.api.geo.Wgs84;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A road user asks for the right of way at a signal (SRM, SREM). Who it is has not been checked here; what it may ask for is
 * decided by the app.
 *
 * @param requester the id it gives itself, as sent, in hexadecimal
 * @param request the number of the request, 0 to 255; one requester may have several
 * @param sequence raised by the requester at each change, 0 to 127; −1 when unavailable
 * @param action what is asked
 * @param region of the crossing it is meant for, 0 when none is given
 * @param crossing the id of the crossing it is meant for
 * @param fromLane the lane of the map on which it comes; null when unavailable
 * @param toLane the lane on which it leaves; null when unavailable
 * @param arrival when it expects to be at the stop line; null when unavailable
 * @param departure until when it needs the green; null when unavailable
 * @param role what it says it is
 * @param level how important it says it is, 0 (least) to 14 as SAE J2735 RequestImportanceLevel; −1 when unavailable
 * @param position where it is; null when unavailable
 * @param speed m/s; NaN when unavailable
 */
public record PriorityRequest(
        String requester,
        int request,
        int sequence,
        Action action,
        int region,
        int crossing,
        @Nullable Integer fromLane,
        @Nullable Integer toLane,
        @Nullable Instant arrival,
        @Nullable Instant departure,
        Role role,
        int level,
        @Nullable Wgs84 position,
        double speed)
        implements MessageContent {
    /** What is asked. */
    public enum Action {
        REQUEST,
        UPDATE,
        CANCEL
    }

    /** What the requester says it is. */
    public enum Role {
        UNKNOWN,
        PUBLIC_TRANSPORT,
        FIRE,
        AMBULANCE,
        POLICE,
        OTHER_EMERGENCY,
        ROAD_WORK,
        TRUCK
    }
}
