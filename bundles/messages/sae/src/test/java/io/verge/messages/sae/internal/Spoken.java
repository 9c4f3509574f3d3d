package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MessageFrameValue;
import io.verge.messages.sae.j2735.SensorDataSharingMessage;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.util.List;
import java.util.Map;

/** What the set says, as a receiver decodes it. */
final class Spoken {
    static final Octets RSU = Octets.ofHex("30343137"); // 0417
    static final int LONGEST = 1400;

    private Spoken() {}

    static SaeMessageSet set(int edition) {
        return new SaeMessageSet(
                new Settings(edition, Map.of(), RSU, LONGEST, Itis.with()), Crossing.site(Crossing.map()));
    }

    static List<SensorDataSharingMessage> sdsms(SaeMessageSet set, Announcement announcement)
            throws UnspeakableException {
        return set.encode(announcement).stream()
                .map(frame -> (SensorDataSharingMessage) message(frame))
                .toList();
    }

    static <T extends MessageFrameValue> T only(SaeMessageSet set, Announcement announcement, Class<T> type)
            throws UnspeakableException {
        return type.cast(only(set, announcement));
    }

    static MessageFrameValue only(SaeMessageSet set, Announcement announcement) throws UnspeakableException {
        List<V2xFrame> frames = set.encode(announcement);
        assertThat(frames).hasSize(1);
        return message(frames.get(0));
    }

    static byte[] octets(V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        return octets;
    }

    private static MessageFrameValue message(V2xFrame frame) {
        byte[] octets = octets(frame);
        BitReader in = new BitReader(octets, 0, octets.length);
        try {
            MessageFrame message = MessageFrame.decode(in);
            in.finish();
            return message.value();
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }
}
