package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import io.verge.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneHubTest {
    private final LatencyMeter latency = new LatencyMeter();
    private final ActiveEvents events = new ActiveEvents();
    private final SceneHub hub = new SceneHub(latency, ManualClock.standing(), events);
    private final List<Scene> seen = new ArrayList<>();

    @Test
    void aListenerThatThrowsDoesNotKeepTheSceneFromTheOthers() {
        hub.addListener(scene -> {
            throw new StackOverflowError();
        });
        hub.addListener(seen::add);
        Scene scene = Scenery.scene(Stamps.NONE);
        hub.publish(scene);

        assertThat(seen).containsExactly(scene);
    }

    @Test
    void whoDoesNotListenAnyMoreSeesNothing() {
        SceneListener listener = seen::add;
        hub.addListener(listener);
        hub.removeListener(listener);
        hub.publish(Scenery.scene(Stamps.NONE));

        assertThat(seen).isEmpty();
    }

    @Test
    void measuresFromTheLastByteToTheScene() {
        hub.publish(Scenery.scene(Stamps.received(1_000).with(Hop.FUSED, 5_000_000)));

        assertThat(latency.reports()).singleElement().satisfies(report -> {
            assertThat(report.hop()).isEqualTo("fused");
            assertThat(report.maxNanos()).isBetween(4_999_000L, 5_050_000L);
        });
    }

    @Test
    void measuresFromTheDecodedObservationWhenTheDriverSaysWhen() {
        hub.publish(
                Scenery.scene(Stamps.received(0).with(Hop.DECODED, 2_000_000).with(Hop.FUSED, 5_000_000)));

        assertThat(latency.reports()).singleElement().satisfies(report -> assertThat(report.maxNanos())
                .isBetween(3_000_000L, 3_030_000L));
    }

    @Test
    void measuresNothingForTheTickOfAClock() {
        hub.publish(Scenery.scene(Stamps.NONE.with(Hop.FUSED, 5)));

        assertThat(latency.reports()).isEmpty();
    }

    @Test
    void everySceneHasTheEventsThatTheAppsAnnounced() {
        hub.addListener(seen::add);
        events.hear(Scenery.event("a", Phase.NEW));
        hub.publish(Scenery.scene(1));
        events.hear(Scenery.event("a", Phase.CANCEL));
        hub.publish(Scenery.scene(2));

        assertThat(seen.get(0).events()).extracting(RoadEvent::id).containsExactly("a");
        assertThat(seen.get(0).stamps()).isEqualTo(Scenery.scene(1).stamps());
        assertThat(seen.get(1).events()).isEmpty();
    }

    @Test
    void eventsOfTheSceneItselfStay() {
        hub.addListener(seen::add);
        events.hear(Scenery.event("a", Phase.NEW));
        Scene bare = Scenery.scene(1);
        RoadEvent own = Scenery.event("own", Phase.NEW).event();
        hub.publish(new Scene(
                bare.time(), bare.clock(), List.of(), bare.signals(), bare.modes(), List.of(own), bare.stamps()));

        assertThat(seen.get(0).events()).extracting(RoadEvent::id).containsExactly("own", "a");
    }
}
