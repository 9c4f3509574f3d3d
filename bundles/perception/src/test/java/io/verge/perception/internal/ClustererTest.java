package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Detection;
import io.verge.api.observation.Sensor;
import io.verge.perception.internal.Street.Thing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustererTest {
    private final Tracker tracker = new Tracker(Defaults.settings());
    private final Street street = new Street(2);
    private final Sensor radar = Street.radar();

    /** Three cars one behind the other, each with so many returns in each frame. */
    private void watch(int returns) {
        List<Thing> cars = List.of(Street.car(-20, 0, 8, 0), Street.car(-30, 0, 8, 0), Street.car(-40, 0, 8, 0));
        for (int tick = 0; tick < 50; tick++) {
            List<Detection> detections = new ArrayList<>();
            for (Thing car : cars) {
                for (int i = 0; i < returns; i++) {
                    detections.add(street.reflection(radar, car, tick / 10.0, returns == 1 ? 0 : i * 0.8 - 1.6));
                }
            }
            tracker.onFrame(Street.frame(radar, tick / 10.0, detections));
        }
    }

    @Test
    void aRadarWithOneReturnForEachIsLeftAsItIs() {
        watch(1);
        assertThat(tracker.roadUsersAt(Street.at(5))).hasSize(3);
    }

    @Test
    void severalReturnsOfOneBodyMakeOneRoadUser() {
        watch(5);
        assertThat(tracker.roadUsersAt(Street.at(5))).hasSize(3);
    }
}
