package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.messages.etsi.infrastructure.RTCMRevision;
import io.verge.messages.etsi.infrastructure.RTCMcorrections;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.RtcmMessage;
import io.verge.messages.facilities.element.MinuteOfYear;
import java.util.List;

/**
 * An RTCM 3 message as RTCMcorrections, untouched. Where the reference station stands it says itself, so there is no anchor
 * point, which would be that of the box.
 */
final class CorrectionsMessage {
    private static final int LONGEST = 1023;

    private final MessageCount count = new MessageCount();

    RTCMcorrections of(CorrectionsAnnouncement announcement) throws UnspeakableException {
        return RTCMcorrections.builder()
                .msgCnt(count.next())
                .rev(RTCMRevision.RTCM_REV3)
                .timeStamp(MinuteOfYear.of(announcement.time()))
                .msgs(List.of(RtcmMessage.of(announcement, LONGEST)))
                .build();
    }
}
