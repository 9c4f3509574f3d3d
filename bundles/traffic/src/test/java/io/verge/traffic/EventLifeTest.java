package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EventLifeTest {
    private static final RoadEvent DRAFT =
            EventDraft.of(RoadEvent.Kind.OBSTACLE, new Position(1, 2, 0)).build();

    private final EventLife life = new EventLife("obstacle-warning", Duration.ofMillis(500), Duration.ofSeconds(1));
    private final List<EventAnnouncement> said = new ArrayList<>();
    private Instant now = Crossing.TIME;

    private void scene(int millisLater, String... keys) {
        now = now.plusMillis(millisLater);
        life.begin(Users.scene(now));
        for (String key : keys) {
            life.raise(key, DRAFT);
        }
        life.finish(this::hear);
    }

    private void hear(Announcement announcement) {
        said.add((EventAnnouncement) announcement);
    }

    private List<Phase> phases() {
        return said.stream().map(EventAnnouncement::phase).toList();
    }

    @Test
    void announcesAnEventAtOnceAndThenAtItsPace() {
        for (int i = 0; i <= 20; i++) {
            scene(i == 0 ? 0 : 100, "lane-3");
        }
        assertThat(phases()).containsExactly(Phase.NEW, Phase.UPDATE, Phase.UPDATE, Phase.UPDATE, Phase.UPDATE);
        assertThat(said)
                .extracting(each -> each.event().id())
                .containsOnly(said.get(0).event().id());
        assertThat(said).extracting(each -> each.event().since()).containsOnly(Crossing.TIME);
    }

    @Test
    void cancelsThreeTimesWithinASecondWhatIsNoLongerRaised() {
        scene(0, "a");
        for (int i = 0; i < 30; i++) {
            scene(100);
        }
        assertThat(phases()).containsExactly(Phase.NEW, Phase.CANCEL, Phase.CANCEL, Phase.CANCEL);
        assertThat(Duration.between(said.get(1).time(), said.get(3).time())).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(Crossing.TIME, said.get(1).time())).isEqualTo(Duration.ofSeconds(1));
        assertThat(life.active()).isEmpty();
        assertThat(life.cancelled()).isEqualTo(1);
    }

    @Test
    void livesThroughAShortAbsence() {
        scene(0, "a");
        scene(900);
        scene(50, "a");
        assertThat(life.raised()).isEqualTo(1);
        assertThat(phases()).containsExactly(Phase.NEW, Phase.UPDATE);
    }

    @Test
    void saysNothingOfWhatLingers() {
        scene(0, "a");
        scene(900);
        assertThat(said).hasSize(1);
        assertThat(life.active()).hasSize(1);
    }

    @Test
    void givesANewIdAfterTheEnd() {
        scene(0, "a");
        scene(1000);
        scene(100, "a");
        assertThat(life.raised()).isEqualTo(2);
        assertThat(said.get(said.size() - 1).phase()).isEqualTo(Phase.NEW);
        assertThat(said.get(said.size() - 1).event().id())
                .isNotEqualTo(said.get(0).event().id());
    }

    @Test
    void saysAllThreeCancelsAtOnceWhenScenesAreRare() {
        scene(0, "a");
        scene(2000);
        assertThat(phases()).containsExactly(Phase.NEW, Phase.CANCEL, Phase.CANCEL, Phase.CANCEL);
    }

    @Property
    void cancelsThreeTimesWithinASecondHoweverScenesCome(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 400) int most) {
        Random random = new Random(seed);
        said.clear();
        scene(5000, "a");
        for (int i = 0;
                i < 300
                        && said.stream()
                                        .filter(each -> each.phase() == Phase.CANCEL)
                                        .count()
                                < 3;
                i++) {
            scene(1 + random.nextInt(most));
        }
        List<EventAnnouncement> cancels =
                said.stream().filter(each -> each.phase() == Phase.CANCEL).toList();
        assertThat(cancels).hasSize(3);
        assertThat(Duration.between(cancels.get(0).time(), cancels.get(2).time()))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void keepsAnEventWhenTimeGoesBack() {
        scene(0, "a");
        scene(-3_600_000, "a");
        assertThat(life.raised()).isEqualTo(1);
        assertThat(life.active().get(0).since()).isEqualTo(now);
        scene(500);
        scene(500);
        assertThat(phases()).containsExactly(Phase.NEW, Phase.UPDATE, Phase.CANCEL);
    }

    @Test
    void goesOnCancellingWhenTimeGoesBack() {
        scene(0, "a");
        scene(950);
        scene(100);
        scene(-3_600_000);
        scene(300);
        scene(300);
        assertThat(phases()).containsExactly(Phase.NEW, Phase.CANCEL, Phase.CANCEL, Phase.CANCEL);
    }

    @Test
    void keepsEventsApartByTheirKeys() {
        scene(0, "a", "b");
        assertThat(life.active())
                .extracting(RoadEvent::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void takesNoMoreThanItCanBear() {
        String[] keys = new String[300];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "key-" + i;
        }
        scene(0, keys);
        assertThat(life.active()).hasSize(EventLife.MOST);
    }

    @Test
    void givesOtherIdsAfterARestart() {
        EventLife anew = new EventLife("obstacle-warning", Duration.ofMillis(500), Duration.ofSeconds(1));
        scene(0, "a");
        anew.begin(Users.scene(now.plusSeconds(30)));
        anew.raise("a", DRAFT);
        assertThat(anew.active().get(0).id()).isNotEqualTo(life.active().get(0).id());
    }
}
