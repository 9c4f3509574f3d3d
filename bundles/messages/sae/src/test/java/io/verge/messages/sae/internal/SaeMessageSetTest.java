package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.RandomAnnouncements;
import io.verge.testkit.RandomNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SaeMessageSetTest {
    private static final Set<Announcement.Kind> BOUNDED =
            Set.of(Announcement.Kind.ROAD_USERS, Announcement.Kind.EVENT, Announcement.Kind.SIGN);

    @Test
    void speaksOfEverything() {
        assertThat(Spoken.set(2016).speaks()).containsExactlyInAnyOrder(Announcement.Kind.values());
    }

    @Property(tries = 300)
    void whatIsSaidCanBeRead(@ForAll long seed) throws CodecException {
        RandomAnnouncements random = new RandomAnnouncements(seed);
        SaeMessageSet set = Spoken.set(2016);
        List<Announcement> announcements = new ArrayList<>(new RandomNotices(seed).all());
        announcements.addAll(List.of(random.signal(), random.roadUsers(), random.map()));
        for (Announcement announcement : announcements) {
            for (V2xFrame frame : said(set, announcement)) {
                byte[] octets = Spoken.octets(frame);
                assertThat(recoded(SaeMessages.frame(), octets)).isEqualTo(octets);
                assertThat(set.decode("rsu", frame))
                        .hasValueSatisfying(read -> assertThat(read.kind()).isEqualTo(frame.kind()));
                if (BOUNDED.contains(announcement.kind())) {
                    assertThat(frame.size()).isLessThanOrEqualTo(Spoken.LONGEST);
                }
            }
        }
    }

    private static List<V2xFrame> said(SaeMessageSet set, Announcement announcement) {
        try {
            return set.encode(announcement);
        } catch (UnspeakableException e) {
            assertThat(e).as("what the set itself refuses").hasNoCause();
            return List.of();
        }
    }

    private static <T> byte[] recoded(Codec<T> codec, byte[] octets) throws CodecException {
        return codec.encode(codec.decode(octets));
    }
}
