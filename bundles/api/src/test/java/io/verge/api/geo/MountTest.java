package io.verge.api.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest {
    private static final double EXACT = 1e-9;
    private static final Position POLE = new Position(28, -5, 6);

    /** Azimuth, tilt; right, forward, up of the sensor; east, north, up from the sensor. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 10, 0, 0, 10, 0",
        "0, 0, 3, 0, 0, 3, 0, 0",
        "90, 0, 0, 10, 0, 10, 0, 0",
        "90, 0, 3, 0, 0, 0, -3, 0",
        "180, 0, 3, 10, 1, -3, -10, 1",
        "270, 0, 3, 10, 0, -10, 3, 0",
        "0, -90, 0, 10, 0, 0, 0, -10",
        "0, -90, 0, 0, 1, 0, 1, 0",
        "0, 90, 0, 10, 0, 0, 0, 10",
        "0, -30, 0, 10, 0, 0, 8.660254037844387, -5",
        "0, -30, 0, 0, 10, 0, 5, 8.660254037844387",
        "90, -30, 2, 10, 0, 8.660254037844387, -2, -5"
    })
    void turnsTheSensorsAxesByAzimuthAndTilt(
            double azimuth,
            double tilt,
            double right,
            double forward,
            double up,
            double east,
            double north,
            double height) {
        Mount mount = new Mount(POLE, azimuth, tilt);

        assertClose(mount.turn(right, forward, up), new Position(east, north, height));
        assertClose(
                mount.toSite(right, forward, up),
                new Position(POLE.east() + east, POLE.north() + north, POLE.up() + height));
    }

    @Property
    void keepsDistances(
            @ForAll @Scale(7) @DoubleRange(min = 0, max = 360) double azimuth,
            @ForAll @Scale(7) @DoubleRange(min = -90, max = 90) double tilt,
            @ForAll @Scale(7) @DoubleRange(min = -200, max = 200) double right,
            @ForAll @Scale(7) @DoubleRange(min = -200, max = 200) double forward,
            @ForAll @Scale(7) @DoubleRange(min = -20, max = 20) double up) {
        Position turned = new Mount(POLE, azimuth, tilt).turn(right, forward, up);

        assertThat(Math.hypot(Math.hypot(turned.east(), turned.north()), turned.up()))
                .isCloseTo(Math.hypot(Math.hypot(right, forward), up), within(EXACT));
    }

    @Test
    void anAzimuthIsNormal() {
        assertThat(new Mount(POLE, -135, 0).azimuth()).isEqualTo(225);
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.1, -90.1, Double.NaN})
    void aTiltIsBetweenTheZenithAndTheGround(double tilt) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mount(POLE, 0, tilt));
    }

    @Test
    void anAzimuthIsANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mount(POLE, Double.NaN, 0));
    }

    @Test
    void distancesAreHorizontal() {
        assertThat(new Position(1, 2, 50).distanceTo(new Position(4, 6, 0))).isEqualTo(5);
    }

    private static void assertClose(Position actual, Position expected) {
        assertThat(actual.east()).isCloseTo(expected.east(), within(EXACT));
        assertThat(actual.north()).isCloseTo(expected.north(), within(EXACT));
        assertThat(actual.up()).isCloseTo(expected.up(), within(EXACT));
    }
}
