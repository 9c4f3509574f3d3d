package io.verge.api.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovarianceTest {
    private static final double EXACT = 1e-9;

    @Test
    void aRoundOneIsTheSameInAllDirections() {
        Covariance round = Covariance.round(0.5);

        assertThat(round).isEqualTo(new Covariance(0.25, 0, 0.25));
        assertThat(round.semiMajor()).isEqualTo(0.5);
        assertThat(round.semiMinor()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 9, 3, 2, 0", "9, 0, 4, 3, 2, 90", "5, 4, 5, 3, 1, 45", "5, -4, 5, 3, 1, 135"})
    void hasTheAxesOfItsEllipse(double ee, double en, double nn, double major, double minor, double orientation) {
        Covariance covariance = new Covariance(ee, en, nn);

        assertThat(covariance.semiMajor()).isCloseTo(major, within(EXACT));
        assertThat(covariance.semiMinor()).isCloseTo(minor, within(EXACT));
        assertThat(covariance.orientation()).isCloseTo(orientation, within(EXACT));
    }

    @Property
    void anEllipseComesBackFromItsCovariance(
            @ForAll @Scale(7) @DoubleRange(min = 1, max = 50) double major,
            @ForAll @Scale(7) @DoubleRange(min = 0.01, max = 0.9) double flatness,
            @ForAll @Scale(7) @DoubleRange(min = 0, max = 179.999) double orientation) {
        double minor = major * flatness;
        double sin = Math.sin(Math.toRadians(orientation));
        double cos = Math.cos(Math.toRadians(orientation));
        double a = major * major;
        double b = minor * minor;
        Covariance covariance =
                new Covariance(a * sin * sin + b * cos * cos, (a - b) * sin * cos, a * cos * cos + b * sin * sin);

        assertThat(covariance.semiMajor()).isCloseTo(major, within(1e-6));
        assertThat(covariance.semiMinor()).isCloseTo(minor, within(1e-6));
        assertThat(Math.abs(Headings.turn(2 * covariance.orientation(), 2 * orientation)))
                .isLessThan(1e-6);
    }

    @Test
    void aFlatOneHasNoWidth() {
        assertThat(new Covariance(1, 1, 1).semiMinor()).isCloseTo(0, within(1e-7));
    }

    @Test
    void roundingNeverMakesAnAxisImaginary() {
        assertThat(new Covariance(1, 1.0000001, 1).semiMinor()).isZero();
    }
}
