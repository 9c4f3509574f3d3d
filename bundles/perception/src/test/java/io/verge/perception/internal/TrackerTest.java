package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import io.verge.api.time.Stamps;
import io.verge.perception.internal.Street.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackerTest {
    private final Tracker tracker = new Tracker(Defaults.settings());
    private final Street street = new Street(1);
    private final Sensor radar = Street.radar();
    private final Sensor camera = Street.camera();

    private void watch(double from, double to, List<Sensor> sensors, List<Thing> things) {
        for (long tick = Math.round(from * 10); tick < Math.round(to * 10); tick++) {
            for (Sensor sensor : sensors) {
                tracker.onFrame(street.look(sensor, tick / 10.0, things));
            }
        }
    }

    private List<RoadUser> users(double seconds) {
        return tracker.roadUsersAt(Street.at(seconds));
    }

    private RoadUser onlyUser(double seconds) {
        assertThat(users(seconds)).hasSize(1);
        return users(seconds).get(0);
    }

    @Test
    void showsACarThatTwoSensorsSeeWithinHalfASecond() {
        watch(0, 0.5, List.of(radar, camera), List.of(Street.car(0, 0, 10, 0)));
        assertThat(users(0.5)).hasSize(1);
    }

    @Test
    void showsNothingAfterTheFirstDetection() {
        tracker.onFrame(street.look(radar, 0, List.of(Street.car(0, 0, 10, 0))));
        assertThat(users(0)).isEmpty();
    }

    @Test
    void knowsWhereACarIsAndHowFast() {
        watch(0, 2, List.of(radar, camera), List.of(Street.car(-10, 5, 12, 0)));
        RoadUser car = onlyUser(2);
        assertThat(car.motion().position().east()).isCloseTo(14, within(0.8));
        assertThat(car.motion().position().north()).isCloseTo(5, within(0.8));
        assertThat(car.motion().velocity().east()).isCloseTo(12, within(0.5));
        assertThat(car.motion().velocity().north()).isCloseTo(0, within(0.5));
        assertThat(car.motion().heading()).isCloseTo(90, within(3.0));
    }

    @Test
    void aPictureIsOfItsOwnTimeNotOfTheLastMeasurement() {
        watch(0, 2, List.of(radar, camera), List.of(Street.car(-10, 5, 12, 0)));
        double ahead = onlyUser(2.2).motion().position().east()
                - onlyUser(2.0).motion().position().east();
        assertThat(ahead).isCloseTo(2.4, within(0.15));
        assertThat(onlyUser(2.2).measuredAt()).isEqualTo(Street.at(1.9));
    }

    @Test
    void saysWhichKindsOfSensorsHaveSeenSomeone() {
        watch(0, 1, List.of(radar, camera), List.of(Street.car(0, 0, 3, 0)));
        assertThat(onlyUser(1).sources()).containsExactlyInAnyOrder(SensorKind.RADAR, SensorKind.CAMERA);
        watch(1, 2.5, List.of(radar), List.of(Street.car(0, 0, 3, 0)));
        assertThat(onlyUser(2.5).sources()).containsExactly(SensorKind.RADAR);
    }

    @Test
    void neverStatesASizeThatNobodyMeasured() {
        watch(0, 1, List.of(radar, camera), List.of(Street.car(0, 0, 3, 0)));
        assertThat(onlyUser(1).size()).isNull();
    }

    @Test
    void headingIsUnknownUntilItMoves() {
        watch(0, 2, List.of(radar, camera), List.of(Street.car(0, 0, 0, 0)));
        assertThat(onlyUser(2).motion().heading()).isNaN();
    }

    @Test
    void keepsTheIdFromFarRadarToNearCamera() {
        List<Thing> things = List.of(Street.car(80, 20, -13, 0));
        watch(0, 1.5, List.of(radar), things);
        int id = onlyUser(1.5).id();
        watch(1.5, 6, List.of(radar, camera), things);
        assertThat(onlyUser(6).id()).isEqualTo(id);
    }

    @Test
    void keepsTwoWalkersSideBySideApart() {
        List<Thing> things = List.of(Street.walker(-10, -10, 1.3, 0), Street.walker(-10, -8.8, 1.3, 0));
        watch(0, 2, List.of(radar, camera), things);
        List<Integer> ids = users(2).stream().map(RoadUser::id).toList();
        watch(2, 10, List.of(radar, camera), things);
        assertThat(users(10).stream().map(RoadUser::id).toList()).hasSize(2).isEqualTo(ids);
    }

    @Test
    void oneLongVehicleThatReflectsAnywhereIsOne() {
        Sensor other = Street.radar("other", 30, -30, 315);
        Thing bus = new Thing(RoadUserType.BUS, -30, 0, new Velocity(8, 0));
        Random random = new Random(5);
        for (int tick = 0; tick < 60; tick++) {
            for (Sensor sensor : List.of(radar, other)) {
                Detection detection = street.reflection(sensor, bus, tick / 10.0, 7.2 * random.nextDouble() - 3.6);
                tracker.onFrame(Street.frame(sensor, tick / 10.0, List.of(detection)));
            }
        }
        assertThat(users(6)).hasSize(1);
    }

    @Test
    void clutterAloneIsNeverShown() {
        int shown = 0;
        for (int tick = 0; tick < 600; tick++) {
            tracker.onFrame(Street.frame(radar, tick / 10.0, List.of(street.clutter(radar), street.clutter(radar))));
            shown = Math.max(shown, users(tick / 10.0).size());
        }
        assertThat(shown).isZero();
    }

    @Test
    void whoLeftInPlainViewIsGoneWithinASecond() {
        watch(0, 2, List.of(radar, camera), List.of(Street.car(0, 0, 3, 0)));
        watch(2, 3, List.of(radar, camera), List.of());
        assertThat(users(3)).isEmpty();
    }

    @Test
    void whoStandsStaysAlthoughTheRadarSeldomSeesIt() {
        Thing car = Street.car(0, 0, 0, 0);
        Random random = new Random(3);
        int missing = 0;
        for (int tick = 0; tick < 300; tick++) {
            boolean seen = tick < 10 || random.nextDouble() < 0.5;
            tracker.onFrame(street.look(radar, tick / 10.0, seen ? List.of(car) : List.of()));
            missing += tick > 10 && users(tick / 10.0).isEmpty() ? 1 : 0;
        }
        assertThat(missing).isZero();
    }

    @Test
    void whoIsHiddenBehindATruckKeepsTheId() {
        Thing truck = new Thing(RoadUserType.TRUCK, -10, -10, Velocity.ZERO);
        Thing car = Street.car(5, 12, 2, 0); // passes behind the truck, seen from the radar
        watch(0, 2, List.of(radar), List.of(truck, car));
        List<Integer> before = users(2).stream().map(RoadUser::id).toList();
        watch(2, 5, List.of(radar), List.of(truck));
        watch(5, 7, List.of(radar), List.of(truck, car));
        assertThat(before).hasSize(2);
        assertThat(users(7).stream().map(RoadUser::id).toList()).isEqualTo(before);
    }

    @Test
    void allEndsWhenAllSensorsFallSilent() {
        watch(0, 2, List.of(radar, camera), List.of(Street.car(0, 0, 0, 0)));
        assertThat(users(30)).isEmpty();
    }

    @Test
    void aLateFrameCountsAsIfItHadComeInTime() {
        List<DetectionFrame> radars = IntStream.range(0, 40)
                .mapToObj(i -> street.look(radar, i / 10.0, List.of(Street.car(-10, 0, 9, 0))))
                .toList();
        List<DetectionFrame> cameras = IntStream.range(0, 40)
                .mapToObj(i -> street.look(camera, i / 10.0, List.of(Street.car(-10, 0, 9, 0))))
                .toList();
        Tracker inTime = new Tracker(Defaults.settings());
        for (int i = 0; i < 40; i++) {
            inTime.onFrame(radars.get(i));
            inTime.onFrame(cameras.get(i));
        }
        for (int i = 0; i < 42; i++) { // each camera frame comes 200 ms late
            if (i < 40) {
                tracker.onFrame(radars.get(i));
            }
            if (i >= 2) {
                tracker.onFrame(cameras.get(i - 2));
            }
        }
        assertThat(users(4)).isEqualTo(inTime.roadUsersAt(Street.at(4)));
    }

    @Test
    void aFrameThatIsFarTooLateIsCountedAndLeftOut() {
        watch(0, 2, List.of(radar), List.of());
        assertThat(tracker.onFrame(street.look(camera, 1, List.of()))).isFalse();
        assertThat(tracker.late()).isEqualTo(1);
    }

    @Test
    void aFrameFromBeforeAllTimeDoesNoHarm() {
        DetectionFrame frame = new DetectionFrame(radar, Instant.MIN, Stamps.NONE, -1, List.of());
        assertThat(tracker.onFrame(frame)).isFalse();
    }

    @Test
    void followsNoMoreThanTheMost() {
        Random random = new Random(9);
        for (int tick = 0; tick < 20; tick++) {
            List<Detection> detections = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                detections.add(new RadarDetection(
                        5 + 120 * random.nextDouble(), 110 * random.nextDouble() - 55, 0, random.nextGaussian(), 0));
            }
            tracker.onFrame(Street.frame(radar, tick / 100.0, detections));
        }
        assertThat(tracker.size()).isLessThanOrEqualTo(500);
        assertThat(tracker.full()).isPositive();
    }

    @Test
    void aNewBeginningUsesNoIdAgain() {
        watch(0, 1, List.of(radar, camera), List.of(Street.car(0, 0, 3, 0)));
        int id = onlyUser(1).id();
        tracker.reset();
        assertThat(users(1)).isEmpty();
        watch(0.5, 1.5, List.of(radar, camera), List.of(Street.car(0, 0, 3, 0)));
        assertThat(onlyUser(1.5).id()).isGreaterThan(id);
    }
}
