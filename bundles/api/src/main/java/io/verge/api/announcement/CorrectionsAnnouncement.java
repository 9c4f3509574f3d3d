package io.verge.api.announcement;

import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Instant;

/** One RTCM 3 message with corrections for satellite navigation, from preamble to checksum. */
public record CorrectionsAnnouncement(Instant time, Stamps stamps, ByteBuffer message) implements Announcement {
    public CorrectionsAnnouncement {
        message = ByteBuffer.allocate(message.remaining())
                .put(message.duplicate())
                .flip()
                .asReadOnlyBuffer();
    }

    /** The octets, read-only, with a position of its own. */
    @Override
    public ByteBuffer message() {
        return message.duplicate();
    }

    @Override
    public Kind kind() {
        return Kind.CORRECTIONS;
    }
}
