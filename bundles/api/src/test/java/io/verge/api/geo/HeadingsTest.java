package io.verge.api.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.road.Velocity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1, 1, 45", "1, 0, 90", "0, -1, 180", "-1, 0, 270", "-1, 1, 315", "0, 0, 0"})
    void countClockwiseFromNorth(double east, double north, double heading) {
        assertThat(Headings.of(east, north)).isCloseTo(heading, within(1e-12));
        assertThat(new Velocity(east, north).heading()).isEqualTo(Headings.of(east, north));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "360, 0", "-90, 270", "725, 5", "-1e-20, 0", "359.5, 359.5", "-720, 0"})
    void areFromZeroToBelowThreeHundredAndSixty(double degrees, double normal) {
        assertThat(Headings.normalize(degrees)).isEqualTo(normal);
    }

    @Property
    void staySoForAnyDirection(@ForAll @Scale(7) @DoubleRange(min = -1e6, max = 1e6) double degrees) {
        assertThat(Headings.normalize(degrees)).isGreaterThanOrEqualTo(0).isLessThan(360);
    }

    @ParameterizedTest
    @CsvSource({"350, 10, 20", "10, 350, -20", "0, 180, 180", "180, 0, 180", "0, 181, -179", "90, 90, 0"})
    void turnTheShortWay(double from, double to, double turn) {
        assertThat(Headings.turn(from, to)).isEqualTo(turn);
    }

    @Property
    void aTurnLeadsFromOneToTheOther(
            @ForAll @Scale(7) @DoubleRange(min = -720, max = 720) double from,
            @ForAll @Scale(7) @DoubleRange(min = -720, max = 720) double to) {
        double turn = Headings.turn(from, to);

        assertThat(turn).isGreaterThan(-180).isLessThanOrEqualTo(180);
        assertThat(Math.abs(Headings.turn(from + turn, to))).isLessThan(1e-9);
    }

    @Test
    void aVelocityHasTheSpeedOfItsVector() {
        assertThat(new Velocity(-3, 4).speed()).isEqualTo(5);
    }
}
