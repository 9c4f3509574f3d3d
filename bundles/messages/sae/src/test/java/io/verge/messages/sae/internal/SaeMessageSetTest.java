package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.Announcement;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.testkit.SaidCanBeRead;
import io.verge.messages.uper.CodecException;
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
        SaidCanBeRead.check(
                Spoken.set(2016),
                seed,
                octets -> SaeMessages.frame(),
                kind -> BOUNDED.contains(kind) ? Spoken.LONGEST : Integer.MAX_VALUE);
    }
}
