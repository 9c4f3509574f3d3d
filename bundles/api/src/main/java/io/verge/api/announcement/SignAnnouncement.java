package io.verge.api.announcement;

import io.verge.api.geo.Position;
import io.verge.api.time.Stamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A traffic sign.
 *
 * @param sign its code in the national catalogue that the message set uses
 * @param text on it; empty when it has none
 * @param position where it stands
 * @param until null when it stays
 */
public record SignAnnouncement(
        Instant time, Stamps stamps, int sign, String text, Position position, @Nullable Instant until)
        implements Announcement {
    @Override
    public Kind kind() {
        return Kind.SIGN;
    }
}
