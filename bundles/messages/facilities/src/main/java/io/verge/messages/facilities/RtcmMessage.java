package io.verge.messages.facilities;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.messages.uper.Octets;
import java.nio.ByteBuffer;

/** The RTCM 3 message of an announcement, untouched. */
public final class RtcmMessage {
    private RtcmMessage() {}

    /**
     * Its octets.
     *
     * @param longest octets that the message of the set takes
     * @throws UnspeakableException when it is empty or longer
     */
    public static Octets of(CorrectionsAnnouncement announcement, int longest) throws UnspeakableException {
        ByteBuffer message = announcement.message();
        int length = message.remaining();
        if (length == 0 || length > longest) {
            throw new UnspeakableException("RTCM: the message takes 1 to " + longest + " octets, not " + length);
        }
        byte[] octets = new byte[length];
        message.get(octets);
        return Octets.copyOf(octets);
    }
}
