package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.RandomAnnouncements;
import io.verge.testkit.RandomNotices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EtsiMessageSetTest {
    @Test
    void speaksOfEverythingButSigns() {
        assertThat(Spoken.set().speaks())
                .containsExactlyInAnyOrder(
                        Announcement.Kind.MAP,
                        Announcement.Kind.SIGNAL,
                        Announcement.Kind.ROAD_USERS,
                        Announcement.Kind.EVENT,
                        Announcement.Kind.ADVICE,
                        Announcement.Kind.PRIORITY,
                        Announcement.Kind.CORRECTIONS);
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> Spoken.set().encode(new RandomNotices(1).sign()))
                .withMessageContaining("SIGN");
    }

    @Property(tries = 300)
    void whatIsSaidCanBeRead(@ForAll long seed, @ForAll CpmEdition edition) throws CodecException {
        RandomAnnouncements random = new RandomAnnouncements(seed);
        EtsiMessageSet set = Spoken.set(edition);
        List<Announcement> announcements = new ArrayList<>(new RandomNotices(seed).all());
        announcements.addAll(List.of(random.signal(), random.roadUsers(), random.map()));
        for (Announcement announcement : announcements) {
            for (V2xFrame frame : said(set, announcement)) {
                byte[] octets = Spoken.octets(frame);
                assertThat(recoded(new EtsiMessages(edition).codecFor(octets), octets))
                        .isEqualTo(octets);
                assertThat(set.decode("rsu", frame))
                        .hasValueSatisfying(read -> assertThat(read.kind()).isEqualTo(frame.kind()));
                if (announcement.kind() == Announcement.Kind.ROAD_USERS) {
                    assertThat(frame.size()).isLessThanOrEqualTo(Spoken.LONGEST);
                }
            }
        }
    }

    private static List<V2xFrame> said(EtsiMessageSet set, Announcement announcement) {
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
