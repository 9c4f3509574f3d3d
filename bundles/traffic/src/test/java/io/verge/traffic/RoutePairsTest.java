package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.Crossing;
import org.junit.jupiter.api.Test;

class RoutePairsTest {
    private final RoadNet net = RoadNet.of(Crossing.map());
    private final RoutePairs pairs = new RoutePairs(net);

    private Route route(int from, int to) {
        return net.routesFrom(from).stream()
                .filter(route -> route.to().id() == to)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void waysThatCrossMeet() {
        assertThat(pairs.meet(route(12, 35), route(22, 45))).isTrue();
    }

    @Test
    void waysThatBeginOnOneLaneMeet() {
        assertThat(pairs.meet(route(12, 35), route(12, 45))).isTrue();
    }

    @Test
    void waysThatEndOnOneLaneMeet() {
        assertThat(pairs.meet(route(22, 45), route(12, 45))).isTrue();
    }

    @Test
    void oppositeWaysSideBySideDoNot() {
        assertThat(pairs.meet(route(12, 35), route(32, 15))).isFalse();
    }

    @Test
    void ofAnotherMapNobodyKnows() {
        Route other = RoadNet.of(Crossing.map()).routesFrom(32).get(0);
        assertThat(pairs.meet(route(12, 35), other)).isTrue();
    }
}
