package io.verge.api.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Wgs84Test {
    @ParameterizedTest
    @ValueSource(doubles = {90.000001, -90.000001, Double.NaN, Double.POSITIVE_INFINITY})
    void aLatitudeIsWithinTheEarth(double latitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wgs84(latitude, 0, 0))
                .withMessage("latitude is -90 to 90 degrees: " + latitude);
    }

    @ParameterizedTest
    @ValueSource(doubles = {180.000001, -180.000001, Double.NaN})
    void aLongitudeIsWithinTheEarth(double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wgs84(0, longitude, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void anElevationIsANumber(double elevation) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wgs84(0, 0, elevation));
    }

    @Test
    void theBoundsAreOnTheEarth() {
        assertThat(new Wgs84(90, 180, 0).latitude()).isEqualTo(90);
        assertThat(new Wgs84(-90, -180, -500).longitude()).isEqualTo(-180);
    }
}
