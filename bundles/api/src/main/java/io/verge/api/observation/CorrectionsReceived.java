package io.verge.api.observation;

import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One RTCM 3 message with corrections for satellite navigation, its checksum good.
 *
 * @param type the message number, 0 to 4095
 * @param message from preamble to checksum, read-only
 */
public record CorrectionsReceived(String device, Instant sensedAt, Stamps stamps, int type, ByteBuffer message)
        implements Observation {
    /** The longest there is: 3 octets of header, 1,023 of content, 3 of checksum (RTCM 10403.3, 4). */
    public static final int LONGEST = 1029;

    public CorrectionsReceived {
        if (message.remaining() > LONGEST) {
            throw new IllegalArgumentException(
                    "an RTCM message has at most " + LONGEST + " octets: " + message.remaining());
        }
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
}
