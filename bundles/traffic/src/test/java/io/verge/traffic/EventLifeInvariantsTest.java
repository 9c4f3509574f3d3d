package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is raised and however scenes come: also rarely, at the same instant, after the clock was set. */
class EventLifeInvariantsTest {
    private static final RoadEvent DRAFT =
            EventDraft.of(RoadEvent.Kind.ANIMAL, new Position(0, 0, 0)).build();

    private final Map<String, List<Phase>> lives = new LinkedHashMap<>();

    @Property(tries = 100)
    void everyEventIsNewThenUpdatedThenCancelledThreeTimes(@ForAll long seed) {
        EventLife life = live(new Random(seed), 300);
        lives.values().forEach(phases -> {
            assertThat(phases.get(0)).isEqualTo(Phase.NEW);
            assertThat(phases.subList(1, phases.size())).doesNotContain(Phase.NEW);
            int end = phases.indexOf(Phase.CANCEL);
            assertThat(end).as("ends, for at last nothing is raised").isPositive();
            assertThat(phases.subList(end, phases.size())).containsExactly(Phase.CANCEL, Phase.CANCEL, Phase.CANCEL);
        });
        assertThat(life.raised()).isEqualTo(lives.size());
        assertThat(life.cancelled()).isEqualTo(lives.size());
        assertThat(life.active()).isEmpty();
    }

    private EventLife live(Random random, int scenes) {
        lives.clear();
        EventLife life = new EventLife("animals", Duration.ofMillis(400), Duration.ofMillis(800));
        Instant now = Crossing.TIME;
        for (int i = 0; i < scenes; i++) {
            now = now.plusMillis(step(random));
            look(life, now, raised(random));
        }
        for (int i = 0; i < 30; i++) {
            now = now.plusMillis(100);
            look(life, now, List.of());
        }
        return life;
    }

    private static long step(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> -random.nextInt(100_000);
            case 1 -> random.nextInt(100_000);
            case 2 -> 0;
            default -> random.nextInt(250);
        };
    }

    private static List<Integer> raised(Random random) {
        List<Integer> keys = new ArrayList<>();
        for (int key = 0; key < 4; key++) {
            if (random.nextInt(3) == 0) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void look(EventLife life, Instant now, List<Integer> keys) {
        life.begin(Users.scene(now));
        keys.forEach(key -> life.raise(key, DRAFT));
        life.finish(said -> {
            EventAnnouncement event = (EventAnnouncement) said;
            assertThat(event.time()).isEqualTo(now);
            assertThat(event.event().since()).isBeforeOrEqualTo(now);
            lives.computeIfAbsent(event.event().id(), id -> new ArrayList<>()).add(event.phase());
        });
    }
}
