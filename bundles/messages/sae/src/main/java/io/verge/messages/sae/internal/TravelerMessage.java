package io.verge.messages.sae.internal;

import io.verge.api.disk.Sha256;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.sae.j2735.GeographicalPath;
import io.verge.messages.sae.j2735.MUTCDCode;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.RoadSignID;
import io.verge.messages.sae.j2735.TravelerDataFrame;
import io.verge.messages.sae.j2735.TravelerDataFrameContent;
import io.verge.messages.sae.j2735.TravelerInfoType;
import io.verge.messages.sae.j2735.TravelerInformation;
import io.verge.messages.uper.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all TIM of this set have in common: one frame, named by whose it is. */
final class TravelerMessage {
    private static final int ID_LENGTH = 9;
    private static final int UNUSED = 0;

    private final Octets rsu;
    private final MessageCount count = new MessageCount();

    TravelerMessage(Octets rsu) {
        this.rsu = rsu;
    }

    /**
     * What one frame says.
     *
     * @param id of what is said, unique on this box
     * @param sign null for other than a road sign
     * @param priority 0 to 7
     */
    record Notice(
            String id,
            TravelerInfoType type,
            Position3D place,
            @Nullable MUTCDCode sign,
            Period period,
            int priority,
            List<GeographicalPath> regions,
            TravelerDataFrameContent content) {}

    TravelerInformation of(Notice notice, Instant now) {
        TravelerDataFrame frame = TravelerDataFrame.builder()
                .doNotUse1(UNUSED)
                .frameType(notice.type)
                .msgId(new RoadSignID(notice.place, Regions.ALL_DIRECTIONS, notice.sign, null))
                .startYear(notice.period.year())
                .startTime(MinuteOfYear.of(notice.period.start()))
                .durationTime(notice.period.minutes())
                .priority(notice.priority)
                .doNotUse2(UNUSED)
                .regions(notice.regions)
                .doNotUse3(UNUSED)
                .doNotUse4(UNUSED)
                .content(notice.content)
                .build();
        return TravelerInformation.builder()
                .msgCnt(count.next())
                .timeStamp(MinuteOfYear.of(now))
                .packetID(packetId(notice.id))
                .dataFrames(List.of(frame))
                .build();
    }

    /** 72 bits of a digest: the same over the notice's life and over restarts, and another for every other notice and box. */
    private Octets packetId(String id) {
        MessageDigest digest = Sha256.digest();
        digest.update(rsu.toByteArray());
        byte[] octets = digest.digest(id.getBytes(StandardCharsets.UTF_8));
        return Octets.copyOf(Arrays.copyOf(octets, ID_LENGTH));
    }
}
