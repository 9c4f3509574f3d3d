package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.testkit.SaidCanBeRead;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.RandomNotices;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsaeMessageSetTest {
    @Test
    void speaksOfMoreSinceDay2() {
        assertThat(Spoken.set(CsaeEdition.EDITION_2019).speaks())
                .containsExactlyInAnyOrder(
                        Announcement.Kind.MAP,
                        Announcement.Kind.SIGNAL,
                        Announcement.Kind.ROAD_USERS,
                        Announcement.Kind.EVENT,
                        Announcement.Kind.SIGN);
        assertThat(Spoken.set(CsaeEdition.EDITION_2020).speaks())
                .containsExactlyInAnyOrder(
                        Announcement.Kind.MAP,
                        Announcement.Kind.SIGNAL,
                        Announcement.Kind.ROAD_USERS,
                        Announcement.Kind.EVENT,
                        Announcement.Kind.SIGN,
                        Announcement.Kind.ADVICE,
                        Announcement.Kind.CORRECTIONS);
    }

    @Test
    void hasNoMessageForPriority() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> Spoken.set(CsaeEdition.EDITION_2020).encode(new RandomNotices(1).priority()))
                .withMessage("T/CSAE 53 of 2020 has no message here for PRIORITY");
    }

    @Test
    void hadNoMessageForAdvice() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> Spoken.set(CsaeEdition.EDITION_2019).encode(new RandomNotices(1).advice()))
                .withMessage("T/CSAE 53 of 2019 has no message here for ADVICE");
    }

    @Property(tries = 300)
    void whatIsSaidCanBeRead(@ForAll long seed, @ForAll CsaeEdition edition) throws CodecException {
        SaidCanBeRead.check(Spoken.set(edition), seed, octets -> edition.frame(), kind -> Integer.MAX_VALUE);
    }
}
