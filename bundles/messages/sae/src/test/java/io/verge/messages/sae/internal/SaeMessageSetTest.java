package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Stamps;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import io.verge.testkit.RandomAnnouncements;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SaeMessageSetTest {
    @Test
    void saysWhatItSpeaks() {
        assertThat(Spoken.set(2016).speaks())
                .containsExactlyInAnyOrder(
                        Announcement.Kind.MAP, Announcement.Kind.SIGNAL, Announcement.Kind.ROAD_USERS);
    }

    @Test
    void doesNotSpeakOfAdvice() {
        AdviceAnnouncement advice =
                new AdviceAnnouncement(Crossing.TIME, Stamps.NONE, Crossing.map(), List.of());
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> Spoken.set(2016).encode(advice))
                .withMessageContaining("ADVICE");
    }

    @Property(tries = 300)
    void whatIsSaidCanBeRead(@ForAll long seed) throws CodecException {
        RandomAnnouncements random = new RandomAnnouncements(seed);
        SaeMessageSet set = Spoken.set(2016);
        for (Announcement announcement : List.of(random.signal(), random.roadUsers(), random.map())) {
            for (V2xFrame frame : said(set, announcement)) {
                byte[] octets = Spoken.octets(frame);
                assertThat(recoded(SaeMessages.frame(), octets)).isEqualTo(octets);
                assertThat(set.decode("rsu", frame))
                        .hasValueSatisfying(read -> assertThat(read.kind()).isEqualTo(frame.kind()));
                if (announcement.kind() == Announcement.Kind.ROAD_USERS) {
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
