package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.RtcmMessage;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.sae.j2735.RTCMRevision;
import io.verge.messages.sae.j2735.RTCMcorrections;
import java.util.List;

/**
 * An RTCM 3 message as RTCMcorrections, untouched. Where the reference station stands it says itself, so there is no anchor
 * point, which would be that of the box.
 */
public final class CorrectionsMessage {
    private static final int LONGEST = 1023;

    private final MessageCount count = new MessageCount();

    /**
     * One message.
     *
     * @throws UnspeakableException when it is empty or too long
     */
    public RTCMcorrections of(CorrectionsAnnouncement announcement) throws UnspeakableException {
        return RTCMcorrections.builder()
                .msgCnt(count.next())
                .rev(RTCMRevision.RTCM_REV3)
                .timeStamp(MinuteOfYear.of(announcement.time()))
                .msgs(List.of(RtcmMessage.of(announcement, LONGEST)))
                .build();
    }
}
