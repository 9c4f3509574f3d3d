package io.verge.demo.internal;

import static io.verge.demo.internal.DemoScenes.event;
import static io.verge.demo.internal.DemoScenes.scene;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import org.junit.jupiter.api.Test;

/** What is printed every second. */
class SecondTest {
    private final DemoBox box = new DemoBox();

    @DemoConfig
    private static final class UntilStopped {}

    @Test
    void saysAtOnceHowToLook() {
        box.start(UntilStopped.class);
        assertThat(box.text()).contains("verge status", "coap://127.0.0.1:5683/status");
    }

    @Test
    void printsTheRatesOfTheLastSecond() {
        box.start(UntilStopped.class);
        box.second();
        box.second();
        assertThat(box.lastSecond()).contains("radar-ne 20/s  rsu 10/s  simulator 20/s");
    }

    @Test
    void printsWhyADeviceDoesNotWork() {
        box.start(UntilStopped.class);
        box.radar.status =
                Status.of(State.DEGRADED, box.clock.now(), "no-data", "no frame for 600 ms", "check the cable");
        box.second();
        assertThat(box.lastSecond()).contains("radar-ne DEGRADED (no frame for 600 ms)");
    }

    @Test
    void printsWhoIsOnTheRoad() {
        Demo demo = box.start(UntilStopped.class);
        demo.onScene(scene(box.clock.now(), RoadUserType.PEDESTRIAN, RoadUserType.CAR, RoadUserType.CAR));
        box.second();
        assertThat(box.lastSecond()).contains("2 car, 1 pedestrian; 0 events; scenes 1/s");
    }

    @Test
    void printsWhatTheSignalsShowAndHowLong() {
        Demo demo = box.start(UntilStopped.class);
        demo.onScene(scene(box.clock.now()));
        box.second();
        assertThat(box.lastSecond()).contains("1 green 12.5 s  2 red");
    }

    @Test
    void printsWhatIsSentAndWhatTheRadioCouldDecode() {
        box.start(UntilStopped.class);
        box.second();
        assertThat(box.lastSecond()).contains("SPAT 10/s; the radio has decoded SPAT 10");
    }

    @Test
    void printsTheLatencyFromDeviceToAir() {
        box.start(UntilStopped.class);
        box.second();
        assertThat(box.lastSecond()).contains("p50 4.0 ms, p99 21.5 ms");
    }

    @Test
    void printsTheLastEventsWithTheirNumbers() {
        Demo demo = box.start(UntilStopped.class);
        for (int number = 1; number <= 4; number++) {
            demo.onScene(scene(
                    box.clock.now(), event(box.clock.now(), "e" + number), RoadUserType.CAR, RoadUserType.PEDESTRIAN));
        }
        box.second();
        assertThat(box.lastSecond())
                .contains("events   #4 COLLISION_RISK car 1 × pedestrian 2 in 2.1 s; #3 ")
                .doesNotContain("#1 ");
    }

    @Test
    void printsWhatEachAppAnnounces() {
        box.start(UntilStopped.class);
        box.app.put("events", 2L);
        box.second();
        box.second();
        assertThat(box.lastSecond()).contains("apps     signal-phase 10/s (2 events)");
    }
}
