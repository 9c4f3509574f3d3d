package io.verge.api.announcement;

import io.verge.api.geo.Position;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A traffic sign, or a notice like one.
 *
 * @param id stable while it stands, unique on this box
 * @param sign its code in the national catalogue that the message set uses: GB 5768.2 (1 to 520), ITIS, or ISO 14823
 * @param text on it; empty when it has none
 * @param value the number on it, such as a speed limit in m/s; NaN when it has none
 * @param position where it stands
 * @param lanes of the map that it concerns; empty for all
 * @param from when it begins to hold
 * @param until null when it stays
 */
public record SignAnnouncement(
        Instant time,
        Stamps stamps,
        String id,
        int sign,
        String text,
        double value,
        Position position,
        List<Integer> lanes,
        Instant from,
        @Nullable Instant until)
        implements Announcement {
    public SignAnnouncement {
        lanes = List.copyOf(lanes);
    }

    @Override
    public Kind kind() {
        return Kind.SIGN;
    }
}
