package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import io.verge.perception.internal.Street.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Sensors that say what cannot be. */
class BadInputTest {
    private final Tracker tracker = new Tracker(Defaults.settings());
    private final Street street = new Street(2);
    private final Sensor radar = Street.radar();
    private final Thing car = Street.car(-10, 5, 8, 0);

    private void drive(int from, int to) {
        for (int i = from; i < to; i++) {
            tracker.onFrame(street.look(radar, i / 10.0, List.of(car)));
            tracker.onFrame(street.look(Street.camera(), i / 10.0, List.of(car)));
        }
    }

    private List<RoadUser> users(double seconds) {
        return tracker.roadUsersAt(Street.at(seconds));
    }

    @Property(tries = 300)
    void noFigureOfARadarDoesHarm(
            @ForAll double range, @ForAll double azimuth, @ForAll double speed, @ForAll double db) {
        List<Detection> detections = List.of(new RadarDetection(range, azimuth, db, speed, db));
        assertThatCode(() -> tracker.onFrame(Street.frame(radar, 0, detections)))
                .doesNotThrowAnyException();
        tracker.reset();
    }

    @Property(tries = 300)
    void noFigureOfACameraDoesHarm(@ForAll double east, @ForAll double north, @ForAll double other) {
        Velocity velocity = new Velocity(other, north);
        List<Detection> detections = List.of(
                new ObjectDetection(new Position(east, north, 0), RoadUserType.CAR, other, velocity, null, null));
        assertThatCode(() -> tracker.onFrame(Street.frame(Street.camera(), 0, detections)))
                .doesNotThrowAnyException();
        tracker.reset();
    }

    @Test
    void notANumberAndInfinityAndKilometresAwayAreCounted() {
        tracker.onFrame(Street.frame(
                radar,
                0,
                List.of(
                        new RadarDetection(Double.NaN, 0, 0, 0, 0),
                        new RadarDetection(20, Double.POSITIVE_INFINITY, 0, 0, 0),
                        new RadarDetection(20, 0, 0, Double.NaN, 0),
                        new RadarDetection(20_000, 0, 0, 0, 0))));
        assertThat(tracker.refused()).isEqualTo(4);
        assertThat(tracker.size()).isZero();
    }

    @Test
    void aSensorThatDoesNotKnowWhereItStandsIsOfNoUse() {
        Sensor lost = new Sensor(
                "lost",
                SensorKind.RADAR,
                new Mount(new Position(Double.NaN, 0, 6), 0, 0),
                120,
                130,
                new SensorError.Polar(0.25, 0.4, 0.12));
        tracker.onFrame(Street.frame(lost, 0, List.of(new RadarDetection(20, 0, 0, 0, 0))));
        assertThat(tracker.size()).isZero();
        assertThat(tracker.refused()).isEqualTo(1);
    }

    @Test
    void aFrameThatComesTwiceCountsOnce() {
        Tracker once = new Tracker(Defaults.settings());
        Street same = new Street(2);
        for (int i = 0; i < 20; i++) {
            DetectionFrame frame = same.look(radar, i / 10.0, List.of(car));
            once.onFrame(frame);
            tracker.onFrame(frame);
            assertThat(tracker.onFrame(frame)).isFalse();
        }
        assertThat(users(2)).isEqualTo(once.roadUsersAt(Street.at(2)));
        assertThat(tracker.repeated()).isEqualTo(20);
    }

    @Test
    void aSensorWhoseTimeRunsBackwardsIsCountedAndHarmsNobody() {
        drive(0, 20);
        for (int i = 15; i > 0; i--) {
            tracker.onFrame(street.look(Street.radar("backwards", 0, -30, 0), i / 10.0, List.of()));
        }
        assertThat(tracker.late()).isPositive();
        drive(20, 25);
        assertThat(users(2.5)).hasSize(1);
    }

    @Test
    void ofAThousandFalseDetectionsOnlyTheMostAreUsedAndTheRestIsCounted() {
        drive(0, 20);
        Random random = new Random(3);
        for (int frame = 20; frame < 25; frame++) {
            List<Detection> flood = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                flood.add(new RadarDetection(
                        5 + 120 * random.nextDouble(), 110 * random.nextDouble() - 55, 0, random.nextGaussian(), -10));
            }
            tracker.onFrame(Street.frame(Street.radar("flood", 30, -30, 315), frame / 10.0, flood));
            drive(frame, frame + 1);
        }
        assertThat(tracker.refused()).isEqualTo(5 * (1000 - 256));
        assertThat(tracker.size()).isLessThanOrEqualTo(500);
    }

    @Test
    void aTypeThatNobodyKnowsIsPublishedAsUnknownOrABetterGuess() {
        for (int i = 0; i < 10; i++) {
            tracker.onFrame(Street.frame(
                    Street.camera(),
                    i / 10.0,
                    List.of(new ObjectDetection(
                            new Position(0, 5, 0), RoadUserType.UNKNOWN, Double.NaN, null, null, null))));
        }
        assertThat(users(1)).hasSize(1);
    }
}
