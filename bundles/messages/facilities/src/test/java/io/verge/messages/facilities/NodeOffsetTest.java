package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeOffsetTest {
    private static Position at(double east, double north) {
        return new Position(east, north, 0);
    }

    @Test
    void leadsFromNodeToNode() {
        assertThat(NodeOffset.along(List.of(at(1, -2), at(3, 2)), 63))
                .extracting(NodeOffset::east, NodeOffset::north)
                .containsExactly(tuple(100L, -200L), tuple(200L, 400L));
    }

    @Test
    void errorsDoNotAddUp() {
        List<Position> line = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            line.add(at(i * 1.004, 0));
        }
        long told =
                NodeOffset.along(line, 63).stream().mapToLong(NodeOffset::east).sum();
        assertThat(told).isEqualTo(5_020);
    }

    @Test
    void keepsEndsAndCornersOfALineOfTooManyPoints() {
        List<Position> line = List.of(at(0, 0), at(10, 0.1), at(20, 0), at(20, 20), at(20.1, 30), at(20, 40));
        assertThat(NodeOffset.along(line, 3))
                .extracting(NodeOffset::place)
                .containsExactly(at(0, 0), at(20, 0), at(20, 40));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "511, 0, 10", "512, 0, 11", "-512, 3, 10", "0, -513, 11"})
    void bitsAreThoseOfTheGreaterNumber(long east, long north, int bits) {
        assertThat(new NodeOffset(east, north, at(0, 0)).bits()).isEqualTo(bits);
    }
}
