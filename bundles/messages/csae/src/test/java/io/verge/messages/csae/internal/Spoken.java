package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.MessageFrameExt;
import io.verge.messages.csae.edition2020.MessageFrameExtValue;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.csae.edition2020.RoadsideSafetyMessage;
import io.verge.messages.csae.edition2020.SPAT;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the set says, as a receiver decodes it. */
final class Spoken {
    static final Octets RSU = Octets.ofHex("5253552D30343137"); // RSU-0417

    private Spoken() {}

    static CsaeMessageSet set(CsaeEdition edition) {
        return set(edition, false);
    }

    static CsaeMessageSet listingItself() {
        return set(CsaeEdition.EDITION_2020, true);
    }

    private static CsaeMessageSet set(CsaeEdition edition, boolean self) {
        Settings settings = new Settings(edition, Map.of(), RSU, 255, self, EventCodes.with());
        return new CsaeMessageSet(settings, Crossing.site(Crossing.map()));
    }

    static RoadSideInformation rsi(CsaeMessageSet set, Announcement announcement) throws UnspeakableException {
        List<RoadSideInformation> all = all(set.encode(announcement), RoadSideInformation.class);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Those of day 2. */
    static <T extends MessageFrameExtValue> List<T> extended(
            CsaeMessageSet set, Announcement announcement, int messageId, Class<T> type) throws UnspeakableException {
        List<T> values = new ArrayList<>();
        for (MessageFrameExt frame : all(set.encode(announcement), MessageFrameExt.class)) {
            assertThat(frame.messageId()).isEqualTo(messageId);
            values.add(type.cast(frame.value()));
        }
        return values;
    }

    static SiteMap crossing() {
        return Crossing.map();
    }

    static List<SPAT> spats(CsaeMessageSet set, Announcement announcement) throws UnspeakableException {
        return all(set.encode(announcement), SPAT.class);
    }

    static SPAT spat(CsaeMessageSet set, Announcement announcement) throws UnspeakableException {
        List<SPAT> all = spats(set, announcement);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static List<RoadsideSafetyMessage> rsms(CsaeMessageSet set, Announcement announcement) throws UnspeakableException {
        return all(set.encode(announcement), RoadsideSafetyMessage.class);
    }

    static MapData map(CsaeMessageSet set, Announcement announcement) throws UnspeakableException {
        List<MapData> all = all(set.encode(announcement), MapData.class);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static <T extends MessageFrame> List<T> all(List<V2xFrame> frames, Class<T> type) {
        return frames.stream().map(frame -> type.cast(message(frame))).toList();
    }

    static byte[] octets(V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        return octets;
    }

    private static MessageFrame message(V2xFrame frame) {
        byte[] octets = octets(frame);
        BitReader in = new BitReader(octets, 0, octets.length);
        try {
            MessageFrame message = MessageFrame.decode(in);
            in.finish();
            return message;
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }
}
