package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveEventsTest {
    private static final Instant TIME = Scenery.TIME;

    private final ActiveEvents events = new ActiveEvents();

    private List<String> ids(Instant now) {
        return events.at(now).stream().map(RoadEvent::id).toList();
    }

    private void hear(String id, Phase phase, Instant time, Duration validity) {
        events.hear(Scenery.event(id, phase, RoadEvent.Kind.OBSTACLE, time, validity));
    }

    @Test
    void listsById() {
        events.hear(Scenery.event("b", Phase.NEW));
        events.hear(Scenery.event("a", Phase.UPDATE));

        assertThat(ids(TIME)).containsExactly("a", "b");
    }

    @Test
    void forgetsWhatIsCancelled() {
        events.hear(Scenery.event("a", Phase.NEW));
        events.hear(Scenery.event("a", Phase.CANCEL));
        events.hear(Scenery.event("a", Phase.CANCEL));

        assertThat(ids(TIME)).isEmpty();
    }

    @Test
    void forgetsWhatNobodySpeaksOfForThreeValidities() {
        hear("a", Phase.NEW, TIME, Duration.ofSeconds(2));

        assertThat(ids(TIME.plusSeconds(6))).containsExactly("a");
        assertThat(ids(TIME.plusMillis(6001))).isEmpty();
    }

    @Test
    void anUpdateKeepsAnEvent() {
        hear("a", Phase.NEW, TIME, Duration.ofSeconds(2));
        hear("a", Phase.UPDATE, TIME.plusSeconds(5), Duration.ofSeconds(2));

        assertThat(ids(TIME.plusSeconds(11))).containsExactly("a");
    }

    @Test
    void keepsAnEventNoLongerWhenTheClockIsSetBack() {
        hear("a", Phase.NEW, TIME, Duration.ofSeconds(2));
        Instant back = TIME.minusSeconds(3600);

        assertThat(ids(back)).containsExactly("a");
        assertThat(ids(back.plusMillis(6001))).isEmpty();
    }

    @Test
    void bearsImpossibleValidities() {
        hear("forever", Phase.NEW, TIME, Duration.ofSeconds(Long.MAX_VALUE));
        hear("never", Phase.NEW, TIME, Duration.ofSeconds(-5));

        assertThat(ids(TIME.plusSeconds(1))).containsExactly("forever");
    }

    @Test
    void ofTooManyTheOneThatWouldLeaveFirstGoes() {
        hear("first", Phase.NEW, TIME, Duration.ofSeconds(1));
        for (int i = 0; i < ActiveEvents.MOST; i++) {
            hear("e" + i, Phase.NEW, TIME, Duration.ofSeconds(2));
        }

        assertThat(ids(TIME)).hasSize(ActiveEvents.MOST).doesNotContain("first");
    }

    @Test
    void theSameListIsGivenWhileNothingChanges() {
        events.hear(Scenery.event("a", Phase.NEW));

        assertThat(events.at(TIME.plusMillis(10))).isSameAs(events.at(TIME));
    }
}
