package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in the steps of their data elements. */
class UnitsTest {
    @ParameterizedTest
    @CsvSource({"114.3, 1143000000", "-180, 1800000000", "180, 1800000000"})
    void longitude(double degrees, int value) {
        assertThat(Coordinates.longitude(degrees)).isEqualTo(value);
    }

    @Test
    void degreesReadBackWhatWasTold() {
        assertThat(Coordinates.degrees(Coordinates.latitude(-30.5123457))).isEqualTo(-30.5123457);
    }

    @Test
    void nowhereIsNotOnSite() {
        assertThat(Coordinates.onSite(new Position(30, 40, 0))).isTrue();
        assertThat(Coordinates.onSite(new Position(200_000, 0, 0))).isFalse();
        assertThat(Coordinates.onSite(new Position(Double.NaN, 0, 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "13.9, 695", "-1, 0", "1000, 8190", "Infinity, 8190", "NaN, 8191"})
    void speed(double metresPerSecond, int value) {
        assertThat(DsrcUnits.speed(metresPerSecond)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"12.38, 123", "80, 499", "-1, 0"})
    void advisedSpeedIsNotMoreThanThat(double metresPerSecond, int value) {
        assertThat(DsrcUnits.speedAdvice(metresPerSecond)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"90, 7200", "-90, 21600", "359.999, 0", "NaN, 28800"})
    void heading(double degrees, int value) {
        assertThat(DsrcUnits.heading(degrees)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"21, 210", "-1000, -4095", "10000, 61439"})
    void elevation(double metres, int value) {
        assertThat(DsrcUnits.elevation(metres)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1.8, 180", "0.001, 1", "50, 1023", "0, 0", "NaN, 0"})
    void aKnownWidthIsAtLeastOneStep(double metres, int value) {
        assertThat(DsrcUnits.length(metres, 0.01, 1023)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"120.4, 120", "20000, 10000", "-1,", "NaN,"})
    void zoneLength(double metres, @Nullable Integer value) {
        assertThat(DsrcUnits.zoneLength(metres)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"300, 0", "250, 1", "0.4, 9", "0.001, 15", "0, 15", "NaN, 0"})
    void aConfidenceIsTheFinestClassOfTwoSigmas(double sigma, int number) {
        assertThat(ConfidenceClass.POSITION.of(sigma)).isEqualTo(number);
    }

    @Test
    void aClassHasABound() {
        assertThat(ConfidenceClass.POSITION.bound(1)).isEqualTo(500);
        assertThat(ConfidenceClass.SPEED.bound(7)).isEqualTo(0.01);
        assertThat(ConfidenceClass.SPEED.bound(0)).isNaN();
        assertThat(ConfidenceClass.SPEED.bound(8)).isNaN();
    }
}
