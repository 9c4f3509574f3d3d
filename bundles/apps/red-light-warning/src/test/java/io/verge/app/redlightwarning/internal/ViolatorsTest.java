package io.verge.app.redlightwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Traffic;
import io.verge.traffic.RoadNet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is judged, and what is said of him. From the north, signal group 2, whose signal is red. */
class ViolatorsTest {
    private final Traffic traffic = new Traffic(Crossing.map()).signal(2, SignalPhase.STOP_AND_REMAIN);
    private final Violators violators = new Violators(
            Objects.requireNonNull(Defaults.class.getAnnotation(RedLightWarningConfig.class)),
            RoadNet.of(Crossing.map()));
    private final Map<Object, RoadEvent> found = new TreeMap<>();

    @RedLightWarningConfig(id = "red-light-warning")
    private static final class Defaults {}

    private void look(double seconds) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            violators.find(traffic.scene(), found::put);
            traffic.step();
        }
    }

    @Test
    void aViolatorIsFoundByItsId() {
        traffic.car(7).on(12, 35, 40).speed(14);
        look(3);
        assertThat(found).containsOnlyKeys(7);
    }

    @Test
    void whoIsOnFootIsNotJudged() {
        traffic.pedestrian(7).on(12, 35, 40).speed(14);
        look(3);
        assertThat(found).isEmpty();
    }

    @Test
    void whoHasJustAppearedIsNotJudgedYet() {
        traffic.car(7).on(12, 35, 6).speed(14);
        look(0.4);
        assertThat(found).isEmpty();
    }

    /** Reflections of a truck's front, which have crossed the line before it, are no violator of their own. */
    @Test
    void aSecondTrackOfTheViolatorIsNotAnother() {
        traffic.truck(7).on(12, 35, 45).speed(14);
        traffic.add(8, RoadUserType.MOTORCYCLE, new Size(2.1, 0.8, 1.5))
                .on(12, 35, 41)
                .speed(14)
                .seenBy(SensorKind.RADAR);
        look(4);
        assertThat(found).containsOnlyKeys(7);
    }

    @Test
    void whoHasPassedIsExpectedNowhere() {
        traffic.car(7).on(12, 35, 40).speed(14);
        look(3.2);
        assertThat(found)
                .hasEntrySatisfying(7, event -> assertThat(event.expected()).isNull());
    }

    @Test
    void whoHasLeftTheCrossingIsFoundNoMore() {
        traffic.car(7).on(12, 35, 40).speed(14);
        look(7);
        found.clear();
        look(1);
        assertThat(found).isEmpty();
    }
}
