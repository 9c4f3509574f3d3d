package io.verge.cloud.internal.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Wgs84;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadkeyTest {
    @ParameterizedTest
    @CsvSource({
        "60, -90, 1, 0", // the quarters of the world
        "60, 90, 1, 1",
        "-60, -90, 1, 2",
        "-60, 90, 1, 3",
        "-45, -22.5, 3, 213", // column 3, row 5 of level 3: the example of the scheme's makers
        "41.85, -87.65, 7, 0302222", // Chicago
    })
    void isAsMapServicesNumberTiles(double latitude, double longitude, int zoom, String key) {
        assertThat(Quadkey.of(new Wgs84(latitude, longitude, 0), zoom)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"90, -180, 0000", "-90, 180, 3333", "90, 180, 1111"})
    void theEdgesOfTheWorldAreInTheTilesThere(double latitude, double longitude, String key) {
        assertThat(Quadkey.of(new Wgs84(latitude, longitude, 0), 4)).isEqualTo(key);
    }

    @Property
    void aFinerTileIsWithinTheCoarser(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(min = 1, max = 21) int zoom) {
        Wgs84 position = new Wgs84(latitude, longitude, 0);

        assertThat(Quadkey.of(position, zoom + 1)).startsWith(Quadkey.of(position, zoom));
    }
}
