package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private final Measurements measurements = new Measurements(Defaults.settings());

    private Measurement only(Sensor sensor, Detection detection) {
        measurements.fill(Street.frame(sensor, 0, List.of(detection)));
        return measurements.get(0);
    }

    @Test
    void putsAReflectionWhereTheMountedRadarLooks() {
        Measurement m = only(Street.radar("r", 10, 20, 90), new RadarDetection(50, 0, 0, -3, 12));
        assertThat(m.east).isCloseTo(60, within(1e-9));
        assertThat(m.north).isCloseTo(20, within(1e-9));
    }

    @Test
    void clockwiseAzimuthIsToTheRight() {
        Measurement m = only(Street.radar("r", 0, 0, 0), new RadarDetection(10, 90, 0, 0, 12));
        assertThat(m.east).isCloseTo(10, within(1e-9));
    }

    @Test
    void aRadarIsSurerOfTheRangeThanAcross() {
        Measurement m = only(Street.radar("r", 0, 0, 0), new RadarDetection(100, 0, 0, 0, 12));
        assertThat(Math.sqrt(m.rnn)).isCloseTo(0.25, within(1e-9));
        assertThat(Math.sqrt(m.ree)).isCloseTo(100 * Math.toRadians(0.4), within(1e-9));
    }

    @Test
    void aCameraThatErrsAsItStatesIsSurerAcrossThanAlongItsLineOfSight() {
        Measurement m = seen(0);
        assertThat(Math.sqrt(m.rnn)).isCloseTo(0.25 + 50 * 0.02, within(1e-9));
        assertThat(Math.sqrt(m.ree)).isCloseTo(0.1 + 50 * 0.006, within(1e-9));
    }

    @Test
    void aCameraThatErrsInAnyDirectionHasTheSameErrorOnTheWhole() {
        Measurement stated = seen(0);
        Measurement round = seen(1);
        assertThat(round.rnn).isCloseTo(round.ree, within(1e-9));
        assertThat(round.rnn + round.ree).isCloseTo(stated.rnn + stated.ree, within(1e-9));
    }

    /** A car 50 m in front of a camera that errs so roundly. */
    private static Measurement seen(double roundness) {
        Sensor camera = new Sensor(
                "c",
                SensorKind.CAMERA,
                new Mount(new Position(0, 0, 8), 0, 0),
                90,
                90,
                new SensorError.LineOfSight(0.02, 0.006));
        Measurements measurements = new Measurements(Defaults.with("camera_round", roundness));
        Detection car = new ObjectDetection(new Position(0, 50, 0), RoadUserType.CAR, 0.9, null, null, null);
        measurements.fill(Street.frame(camera, 0, List.of(car)));
        return measurements.get(0);
    }

    @Test
    void theRadialSpeedTellsTheVelocityTowardsTheSensor() {
        Measurement m = only(Street.radar("r", 0, 0, 0), new RadarDetection(50, 0, 0, -8, 12));
        Filter filter = new Filter();
        filter.start(0, 50, 1, 0, 1);
        filter.startVelocity(0, 0, 50, 0, 50);
        m.apply(filter, new Spread());
        assertThat(filter.vn).isCloseTo(-8, within(0.1));
        assertThat(filter.ve).isCloseTo(0, within(0.1));
    }

    @Test
    void impossibleDetectionsAreCountedAndLeftOut() {
        measurements.fill(Street.frame(
                Street.radar(),
                0,
                List.of(
                        new RadarDetection(Double.NaN, 0, 0, 0, 0),
                        new RadarDetection(1.03e36, 0, 0, 0, 0),
                        new RadarDetection(20, Double.POSITIVE_INFINITY, 0, 0, 0),
                        new RadarDetection(20, 0, 0, Double.NaN, 0),
                        new RadarDetection(20, 0, Double.NaN, 1, Double.NaN))));
        assertThat(measurements.size()).isEqualTo(1);
        assertThat(measurements.refused()).isEqualTo(4);
    }

    @Test
    void moreDetectionsThanFitAreCountedAndLeftOut() {
        measurements.fill(
                Street.frame(Street.radar(), 0, Collections.nCopies(1000, new RadarDetection(20, 0, 0, 0, 0))));
        assertThat(measurements.size()).isEqualTo(256);
        assertThat(measurements.refused()).isEqualTo(744);
    }

    @Property
    void aMeasurementNeverMakesAFilterUnsound(
            @ForAll @DoubleRange(min = 0, max = 1000) double range,
            @ForAll @DoubleRange(min = -360, max = 360) double azimuth,
            @ForAll @DoubleRange(min = -120, max = 120) double speed) {
        Measurement m = only(Street.radar(), new RadarDetection(range, azimuth, 0, speed, 0));
        Filter filter = new Filter();
        filter.start(-30, -30, 100, 0, 100);
        filter.startVelocity(0, 0, 50, 0, 50);
        m.apply(filter, new Spread());
        assertThat(filter.sound()).isTrue();
        assertThat(filter.varianceEast()).isPositive();
    }
}
