package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import io.verge.testkit.RandomAnnouncements;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsaeMessageSetTest {
    @Test
    void saysWhatItSpeaks() {
        assertThat(Spoken.set(CsaeEdition.EDITION_2020).speaks())
                .containsExactlyInAnyOrder(
                        Announcement.Kind.MAP, Announcement.Kind.SIGNAL, Announcement.Kind.ROAD_USERS);
    }

    @Test
    void doesNotSpeakOfAdvice() {
        AdviceAnnouncement advice =
                new AdviceAnnouncement(Crossing.TIME, Stamps.NONE, Crossing.map(), List.of());
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> Spoken.set(CsaeEdition.EDITION_2020).encode(advice))
                .withMessageContaining("ADVICE");
    }

    @Property(tries = 300)
    void whatIsSaidCanBeRead(@ForAll long seed, @ForAll CsaeEdition edition) throws CodecException {
        RandomAnnouncements random = new RandomAnnouncements(seed);
        CsaeMessageSet set = Spoken.set(edition);
        for (Announcement announcement : List.of(random.signal(), random.roadUsers(), random.map())) {
            for (V2xFrame frame : said(set, announcement)) {
                byte[] octets = Spoken.octets(frame);
                assertThat(recoded(edition.frame(), octets)).isEqualTo(octets);
                assertThat(set.decode("rsu", frame))
                        .hasValueSatisfying(read -> assertThat(read.kind()).isEqualTo(frame.kind()));
            }
        }
    }

    private static List<V2xFrame> said(CsaeMessageSet set, Announcement announcement) {
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
