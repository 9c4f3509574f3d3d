package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.messages.csae.edition2020.RTCMcorrections;
import io.verge.messages.csae.edition2020.RTCMmsg;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.RtcmMessage;
import io.verge.messages.uper.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RTCM 3 message as RTCMcorrections, untouched, with its number. Which of the revisions of RTCM 3 it is does not show. */
final class CorrectionsMessage {
    private static final int LONGEST = 2047;
    private static final int PREAMBLE = 0xD3;
    /** Of preamble and length; the number is in the next 12 bits. */
    private static final int HEADER = 3;

    private final MessageCount count = new MessageCount();

    RTCMcorrections of(CorrectionsAnnouncement announcement) throws UnspeakableException {
        Octets octets = RtcmMessage.of(announcement, LONGEST);
        return new RTCMcorrections(count.next(), List.of(new RTCMmsg(null, number(octets), octets, null)), null);
    }

    /** Null when it is no RTCM 3 message. */
    private static @Nullable Integer number(Octets octets) {
        return octets.length() < HEADER + 2 || octets.at(0) != PREAMBLE
                ? null
                : octets.at(HEADER) << 4 | octets.at(HEADER + 1) >> 4;
    }
}
