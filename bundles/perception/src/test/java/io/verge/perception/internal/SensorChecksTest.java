package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Mount;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.status.Trouble;
import io.verge.api.time.Stamps;
import io.verge.perception.internal.Street.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Three radars and a camera see cars on two streets; what one of them says is changed on the way. */
class SensorChecksTest {
    private static final String CHANGED = "changed";

    private final Tracker tracker = new Tracker(Defaults.settings());
    private final Street street = new Street(11);
    private final Sensor changed = Street.radar(CHANGED, 30, -30, 315);
    private final List<Sensor> others =
            List.of(Street.radar("a", -30, -30, 45), Street.radar("b", -30, 30, 135), Street.camera());

    /** Every ten seconds cars come by anew. */
    private static List<Thing> cars(double seconds) {
        List<Thing> cars = new ArrayList<>();
        double round = Math.floor(seconds / 10) * 10;
        for (int i = 0; i < 3; i++) {
            cars.add(Street.car(-40 + 12 * i - 8 * round, 4, 8, 0));
            cars.add(Street.car(40 - 12 * i + 8 * round, -4, -8, 0));
            cars.add(Street.car(4, -40 + 12 * i - 8 * round, 0, 8));
            cars.add(Street.car(-4, 40 - 12 * i + 8 * round, 0, -8));
        }
        return cars;
    }

    private void watch(double to, BiFunction<DetectionFrame, Double, @Nullable DetectionFrame> change) {
        for (int tick = 0; tick < Math.round(to * 10); tick++) {
            double seconds = tick / 10.0;
            DetectionFrame frame = change.apply(street.look(changed, seconds, cars(seconds)), seconds);
            for (Sensor other : others) {
                tracker.onFrame(street.look(other, seconds, cars(seconds)));
            }
            if (frame != null) {
                tracker.onFrame(frame);
            }
        }
    }

    private @Nullable Trouble trouble(String sensor, double seconds) {
        return tracker.checks().trouble(sensor, Math.round((Street.START.toEpochMilli() + seconds * 1000) * 1000));
    }

    private String code(double seconds) {
        Trouble trouble = trouble(CHANGED, seconds);
        return trouble == null ? "none" : trouble.code();
    }

    @Test
    void whoAgreesWithTheOthersIsInNoTrouble() {
        watch(30, (frame, at) -> frame);
        assertThat(code(30)).isEqualTo("none");
        others.forEach(other -> assertThat(trouble(other.id(), 30)).isNull());
    }

    @Test
    void aRadarTurnedByTwoDegreesIsSaidToBeTurned() {
        watch(
                30,
                (frame, at) -> new DetectionFrame(
                        new Sensor(
                                CHANGED,
                                changed.kind(),
                                new Mount(changed.mount().position(), 317, 0),
                                changed.fieldOfView(),
                                changed.range(),
                                changed.error()),
                        frame.sensedAt(),
                        Stamps.NONE,
                        -1,
                        frame.detections()));
        Trouble trouble = Objects.requireNonNull(trouble(CHANGED, 30));
        assertThat(trouble.code()).isEqualTo("turned");
        assertThat(trouble.cause()).contains(" clockwise");
        others.forEach(other -> assertThat(trouble(other.id(), 30)).isNull());
    }

    @Test
    void aRadarWhoseClockIsLateIsSaidToBeUntimely() {
        watch(
                30,
                (frame, at) -> new DetectionFrame(
                        changed, frame.sensedAt().plus(Duration.ofMillis(150)), Stamps.NONE, -1, frame.detections()));
        assertThat(code(30)).isEqualTo("clock-offset");
    }

    @Test
    void aRadarThatRepeatsItselfIsSaidToBeFrozen() {
        List<Detection> ever = List.of(new RadarDetection(20, 3, 0, 0, 4));
        watch(5, (frame, at) -> new DetectionFrame(changed, frame.sensedAt(), Stamps.NONE, -1, ever));
        assertThat(code(5)).isEqualTo("frozen");
    }

    @Test
    void aRadarWithoutFramesIsSaidToBeSilent() {
        watch(10, (frame, at) -> at < 5 ? frame : null);
        assertThat(code(10)).isEqualTo("no-frames");
    }

    @Test
    void nobodyInViewIsNoTrouble() {
        watch(10, (frame, at) -> new DetectionFrame(changed, frame.sensedAt(), Stamps.NONE, -1, List.of()));
        assertThat(code(10)).isEqualTo("none");
    }

    @Test
    void eachTroubleIsToldOnceAndWhenItHasEnded() {
        List<String> told = new ArrayList<>();
        watch(10, (frame, at) -> {
            long now = Math.round((Street.START.toEpochMilli() + at * 1000) * 1000);
            tracker.checks().tell(now, (sensor, trouble) -> told.add(trouble == null ? "ended" : trouble.code()));
            return at > 3 && at < 6 ? null : frame;
        });
        assertThat(told).containsExactly("no-frames", "ended");
    }
}
