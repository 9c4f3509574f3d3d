package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.etsi.cpm.CollectivePerceptionMessage;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.util.List;
import java.util.Map;

/** What the set says, as a receiver decodes it. */
final class Spoken {
    static final long STATION = 4_000_000_417L;
    static final int LONGEST = 1400;

    private Spoken() {}

    static EtsiMessageSet set() {
        return set(CpmEdition.CDD_2_1_1);
    }

    static EtsiMessageSet set(CpmEdition edition) {
        return new EtsiMessageSet(
                new Settings(STATION, Map.of(), Map.of(), edition, 5, LONGEST, Causes.with()),
                Crossing.site(Crossing.map()));
    }

    static List<CollectivePerceptionMessage> cpms(EtsiMessageSet set, Announcement announcement)
            throws UnspeakableException {
        return set.encode(announcement).stream()
                .map(frame -> (CollectivePerceptionMessage) message(CpmEdition.CDD_2_1_1, frame))
                .toList();
    }

    static Object only(EtsiMessageSet set, Announcement announcement) throws UnspeakableException {
        List<V2xFrame> frames = set.encode(announcement);
        assertThat(frames).hasSize(1);
        return message(CpmEdition.CDD_2_1_1, frames.get(0));
    }

    static byte[] octets(V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        return octets;
    }

    static Object message(CpmEdition edition, V2xFrame frame) {
        byte[] octets = octets(frame);
        try {
            return new EtsiMessages(edition).codecFor(octets).decode(octets);
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }
}
