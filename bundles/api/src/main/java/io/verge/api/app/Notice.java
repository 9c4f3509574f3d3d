package io.verge.api.app;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A traffic sign, or an event that people know of and sensors do not, as somebody puts it up. What it may be is for {@link
 * Notices} to say.
 *
 * @param id its name, unique on this box
 * @param sign its code in the national catalogue; null when it is an event
 * @param event what happens; null when it is a sign
 * @param text on the sign, or about the event; empty when there is none
 * @param value the number on the sign, such as a speed limit in m/s; NaN when it has none
 * @param position where, in the site frame
 * @param radius metres around the position that an event concerns; NaN for what is usual
 * @param lanes of the map that it concerns; empty for all
 * @param from when it begins to hold; null for at once
 * @param until when it ends; null when nobody said
 */
public record Notice(
        String id,
        @Nullable Integer sign,
        @Nullable Kind event,
        String text,
        double value,
        Position position,
        double radius,
        List<Integer> lanes,
        @Nullable Instant from,
        @Nullable Instant until) {
    public Notice {
        lanes = List.copyOf(lanes);
    }
}
