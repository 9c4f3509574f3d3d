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

class SiteFrameTest {
    private static final double MICROMETRES = 1e-6;
    private static final double NANODEGREES = 1e-9;

    /** The expected values were computed with 60 decimal digits from the textbook formulas of WGS84 and the ENU frame. */
    @ParameterizedTest
    @CsvSource({
        "30.5, 114.3, 21, 30.5013, 114.3021, 24.5, 201.595840014, 144.121630487, 3.495181779",
        "48.2082, 16.3738, 171, 48.1, 16.5, 200, 9399.791520130, -12023.769521929, 10.740770259",
        "-33.8688, 151.2093, 58, -33.87, 151.2, 40, -860.490515439, -133.143791724, -18.059379417",
        "64.8401, -147.72, 136, 64.84, -147.7, 136, 949.170550153, -10.999312798, -0.070440046",
        "-16.8, 179.9999, 5, -16.8, -179.9999, 5, 21.319642781, -0.000010755, -0.000035622",
        "89.99, 10, 0, 89.99, -170, 0, 0, 2233.879545588, -0.389885536",
        "0, 0, 0, 0, 1, 0, 111313.839236676, 0, -971.421158300",
        "0, 0, 0, 90, 0, 0, 0, 6356752.314245179, -6378137"
    })
    void agreesWithTheTextbook(
            double originLatitude,
            double originLongitude,
            double originElevation,
            double latitude,
            double longitude,
            double elevation,
            double east,
            double north,
            double up) {
        SiteFrame frame = new SiteFrame(new Wgs84(originLatitude, originLongitude, originElevation));
        Wgs84 place = new Wgs84(latitude, longitude, elevation);

        assertClose(frame.toSite(place), new Position(east, north, up));
        Wgs84 back = frame.toWgs84(new Position(east, north, up));
        assertThat(back.latitude()).isCloseTo(latitude, within(NANODEGREES));
        assertThat(back.elevation()).isCloseTo(elevation, within(MICROMETRES));
    }

    @Test
    void theOriginIsWhereItWasSaidToBe() {
        Wgs84 origin = new Wgs84(30.5, 114.3, 21);
        SiteFrame frame = new SiteFrame(origin);

        assertThat(frame.origin()).isEqualTo(origin);
        assertClose(frame.toSite(origin), new Position(0, 0, 0));
    }

    @Property
    void aPositionComesBackToTheMicrometre(
            @ForAll @Scale(7) @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @Scale(7) @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @Scale(7) @DoubleRange(min = -400, max = 9_000) double elevation,
            @ForAll @Scale(7) @DoubleRange(min = -20_000, max = 20_000) double east,
            @ForAll @Scale(7) @DoubleRange(min = -20_000, max = 20_000) double north,
            @ForAll @Scale(7) @DoubleRange(min = -300, max = 300) double up) {
        SiteFrame frame = new SiteFrame(new Wgs84(latitude, longitude, elevation));
        Position position = new Position(east, north, up);

        assertClose(frame.toSite(frame.toWgs84(position)), position);
    }

    @Property
    void aPlaceOnEarthComesBackToTheNanodegree(
            @ForAll @Scale(7) @DoubleRange(min = -85, max = 85) double latitude,
            @ForAll @Scale(7) @DoubleRange(min = -179.7, max = 179.7) double longitude,
            @ForAll @Scale(7) @DoubleRange(min = -0.18, max = 0.18) double northwards,
            @ForAll @Scale(7) @DoubleRange(min = -0.18, max = 0.18) double eastwards,
            @ForAll @Scale(7) @DoubleRange(min = -400, max = 9_000) double elevation) {
        SiteFrame frame = new SiteFrame(new Wgs84(latitude, longitude, 21));
        Wgs84 place = new Wgs84(latitude + northwards, longitude + eastwards, elevation);
        Wgs84 back = frame.toWgs84(frame.toSite(place));

        assertThat(back.latitude()).isCloseTo(place.latitude(), within(NANODEGREES));
        assertThat(back.longitude()).isCloseTo(place.longitude(), within(NANODEGREES));
        assertThat(back.elevation()).isCloseTo(place.elevation(), within(MICROMETRES));
    }

    private static void assertClose(Position actual, Position expected) {
        assertThat(actual.east()).isCloseTo(expected.east(), within(MICROMETRES));
        assertThat(actual.north()).isCloseTo(expected.north(), within(MICROMETRES));
        assertThat(actual.up()).isCloseTo(expected.up(), within(MICROMETRES));
    }
}
