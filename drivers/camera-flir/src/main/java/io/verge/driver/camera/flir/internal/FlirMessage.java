package io.verge.driver.camera.flir.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the camera. What it does not hold is empty, or null.
 *
 * @param kind {@code Subscription}, {@code Data} or another
 * @param type of the data
 * @param returnValue of the answer to a subscription
 * @param number of the data message, as text
 * @param time when the camera saw it, as text
 * @param tracks null when the message has no list of tracks
 * @param dropped how many tracks there were beyond the limit
 */
record FlirMessage(
        String kind,
        String type,
        String returnValue,
        String number,
        String time,
        @Nullable List<FlirTrack> tracks,
        int dropped) {
    FlirMessage {
        tracks = tracks == null ? null : List.copyOf(tracks);
    }
}
