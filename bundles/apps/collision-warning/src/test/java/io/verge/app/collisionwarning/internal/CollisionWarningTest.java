package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Heard;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;
import io.verge.traffic.EventDraft;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of whom it warns: those on the way into each other that do not give way. */
class CollisionWarningTest {
    private static final SignalPhase RED = SignalPhase.STOP_AND_REMAIN;
    private static final SignalPhase GREEN = SignalPhase.PERMISSIVE_MOVEMENT;

    private final Traffic traffic = new Traffic(Crossing.map());
    private final CollisionWarningApp app = Apps.withDefaults(Crossing.map());
    private final Heard heard = new Heard();

    /** Straight on from the north, so far before the stop line. */
    private Mover fromNorth(int id, double before, double speed) {
        return traffic.car(id).on(12, 35, before).speed(speed);
    }

    /** Straight on from the east. */
    private Mover fromEast(int id, double before, double speed) {
        return traffic.car(id).on(22, 45, before).speed(speed);
    }

    private void northRedEastGreen() {
        traffic.signal(2, RED).signal(4, GREEN);
    }

    /** Both reach the crossing of their ways at about the same time. */
    private void twoThatMeet() {
        fromNorth(1, 60, 14);
        fromEast(2, 54, 14);
    }

    private void run(double seconds) {
        traffic.run(app, heard, seconds);
    }

    @Test
    void whoRunsARedLightIntoGreenTrafficIsWarnedOf() {
        northRedEastGreen();
        twoThatMeet();
        run(4.5);
        assertThat(heard.begun()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(RoadEvent.Kind.COLLISION_RISK);
            assertThat(event.roadUsers()).containsExactly(1, 2);
            assertThat(event.lanes()).containsExactly(12, 22);
        });
    }

    @Test
    void theWarningComesTwoAndAHalfSecondsBeforeTheContact() {
        northRedEastGreen();
        twoThatMeet();
        run(4.5);
        EventAnnouncement first = heard.events().get(0);
        RoadEvent last = heard.events(Phase.UPDATE).get(heard.events(Phase.UPDATE).size() - 1).event();
        assertThat(Duration.between(first.time(), last.expected())).isGreaterThan(Duration.ofMillis(2500));
    }
}
