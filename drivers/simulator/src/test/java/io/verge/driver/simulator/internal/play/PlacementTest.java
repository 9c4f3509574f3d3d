package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    @Test
    void readsALineOfTheProfile() {
        assertThat(Placement.parse("radars", "ne=port 61401, east 22, north 21.5, up 6, azimuth 225, range 80"))
                .isEqualTo(new Placement(
                        "ne",
                        61_401,
                        new Mount(new Position(22, 21.5, 6), 225, 0),
                        OptionalDouble.empty(),
                        OptionalDouble.of(80)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port 61401, east 22, north 22, up 6, azimuth 225",
                "ne=port 61401, east 22, north 22, up 6",
                "ne=port 61401, east 22, east 22, north 22, up 6, azimuth 225",
                "ne=port 99999, east 22, north 22, up 6, azimuth 225",
                "ne=port 1.5, east 22, north 22, up 6, azimuth 225",
                "ne=port 61401, east x, north 22, up 6, azimuth 225",
                "ne=port 61401, east 22, north 22, up 6, azimuth 225, colour 5",
                "ne=",
                "ne"
            })
    void refusesALineThatIsNotWhole(String line) {
        assertThatThrownBy(() -> Placement.parse("radars", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("radars", line, "expected 'port 61401, east 22");
    }
}
