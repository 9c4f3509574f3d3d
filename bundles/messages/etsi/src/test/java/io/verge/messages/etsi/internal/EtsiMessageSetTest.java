package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.testkit.SaidCanBeRead;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.RandomNotices;
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
        SaidCanBeRead.check(
                Spoken.set(edition),
                seed,
                octets -> new EtsiMessages(edition).codecFor(octets),
                kind -> kind == Announcement.Kind.ROAD_USERS ? Spoken.LONGEST : Integer.MAX_VALUE);
    }
}
