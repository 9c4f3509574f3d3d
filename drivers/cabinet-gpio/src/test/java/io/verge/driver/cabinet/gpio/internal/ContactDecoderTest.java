package io.verge.driver.cabinet.gpio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.ContactChange;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContactDecoderTest {
    private static final Contact DOOR = new Contact("door", 17, false, Duration.ofMillis(50));
    private static final Contact MAINS = new Contact("mains", 27, true, Duration.ofMillis(50));

    private final Counters counters = new Counters();
    private final List<ContactChange> changes = new ArrayList<>();
    private final ContactDecoder decoder = new ContactDecoder("cabinet", List.of(DOOR, MAINS), counters);

    @Test
    void tellsEachContactWhenItIsFirstKnown() {
        look(0, 0, 1);
        look(50, 0, 1);
        assertThat(changes).extracting(ContactChange::contact).containsExactly("door", "mains");
        assertThat(changes).extracting(ContactChange::active).containsExactly(false, false);
    }

    @Test
    void tellsNothingBeforeTheContactHasSettled() {
        look(0, 0, 1);
        look(49, 0, 1);
        assertThat(changes).isEmpty();
    }

    @Test
    void tellsADoorThatOpensOnceThoughItBounces() {
        settle();
        look(100, 1, 1);
        look(110, 0, 1);
        look(120, 1, 1);
        look(130, 0, 1);
        look(140, 1, 1);
        look(189, 1, 1);
        assertThat(changes).isEmpty();
        look(190, 1, 1);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.contact()).isEqualTo("door");
            assertThat(change.active()).isTrue();
            assertThat(change.device()).isEqualTo("cabinet");
        });
    }

    @Test
    void tellsSinceWhenAContactIsWhatItIs() {
        settle();
        look(100, 1, 1);
        look(150, 1, 1);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.sensedAt()).isEqualTo(Instant.EPOCH.plusMillis(100));
            assertThat(change.stamps().received())
                    .isEqualTo(Duration.ofMillis(150).toNanos());
        });
    }

    @Test
    void countsBouncesAndTellsNothingOfThem() {
        settle();
        look(100, 1, 1);
        look(149, 1, 1);
        look(150, 0, 1);
        look(300, 0, 1);
        assertThat(changes).isEmpty();
        assertThat(counters.snapshot()).containsEntry("bounces", 1L);
    }

    @Test
    void takesLowLevelForActiveWhereTheProfileSaysSo() {
        settle();
        look(100, 0, 0);
        look(150, 0, 0);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.contact()).isEqualTo("mains");
            assertThat(change.active()).isTrue();
        });
    }

    @Test
    void tellsAllContactsAnewAfterThePinsWereOpenedAnew() {
        settle();
        decoder.reset();
        look(100, 0, 1);
        look(150, 0, 1);
        assertThat(changes).hasSize(2);
    }

    @Property(tries = 200)
    void tellsChangesInTurnWhateverTheLevelsAre(@ForAll boolean[] levels) {
        changes.clear();
        decoder.reset();
        for (int i = 0; i < levels.length; i++) {
            look(20L * i, levels[i] ? 1 : 0, 1);
        }
        List<Boolean> door = changes.stream()
                .filter(change -> change.contact().equals("door"))
                .map(ContactChange::active)
                .toList();
        for (int i = 1; i < door.size(); i++) {
            assertThat(door.get(i)).isNotEqualTo(door.get(i - 1));
        }
    }

    /** Door shut and mains there, both known. */
    private void settle() {
        look(0, 0, 1);
        look(50, 0, 1);
        changes.clear();
    }

    private void look(long millis, int door, int mains) {
        Arrival arrival = new Arrival(
                Instant.EPOCH.plusMillis(millis), Duration.ofMillis(millis).toNanos());
        decoder.decode(
                ByteBuffer.wrap(new byte[] {(byte) door, (byte) mains}),
                arrival,
                observation -> changes.add((ContactChange) observation));
    }
}
