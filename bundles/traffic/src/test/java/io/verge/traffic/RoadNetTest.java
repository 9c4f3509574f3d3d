package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RoadNetTest {
    private final RoadNet net = RoadNet.of(Crossing.map());

    @Test
    void hasARouteForEachConnection() {
        assertThat(net.routes()).hasSize(12);
        assertThat(net.routesFrom(12)).extracting(route -> route.to().id()).containsExactly(35, 45);
        assertThat(net.routesOver(25)).extracting(route -> route.from().id()).containsExactly(11, 32, 42);
        assertThat(net.routesFrom(99)).isEmpty();
    }

    @Test
    void turnsSmoothlyOverTheCrossing() {
        for (Route route : net.routes()) {
            double before = route.path().headingAt(route.stopLine() - 1);
            for (double along = route.stopLine(); along < route.exit() + 1; along += 0.5) {
                double heading = route.path().headingAt(along);
                assertThat(Headings.turn(before, heading)).isBetween(-10.0, 10.0);
                before = heading;
            }
        }
    }

    @Test
    void drawsATurnLikeACircle() {
        Route right = net.routesFrom(12).get(1);
        // From 7 m west of the axis, 20 m north, to 20 m west, 3.5 m north: the legs are 13 m and 16.5 m.
        assertThat(right.exit() - right.stopLine()).isEqualTo(Math.PI / 2 * 14.75, within(0.5));
    }

    @Test
    void knowsWhereTheStopLineAndTheExitAre() {
        Route straight = net.routesFrom(12).get(0);
        assertThat(straight.path().northAt(straight.stopLine())).isEqualTo(20, within(1e-6));
        assertThat(straight.path().northAt(straight.exit())).isEqualTo(-20, within(1e-6));
        assertThat(straight.signalGroup()).isEqualTo(2);
    }

    @Test
    void knowsWhichGroupsExcludeEachOther() {
        assertThat(net.conflicting(4, 2)).isTrue();
        assertThat(net.conflicting(2, 4)).isTrue();
        assertThat(net.conflicting(2, 6)).isFalse();
        assertThat(net.conflicting(2, 2)).isFalse();
    }

    @Test
    void knowsTheCrossingFromTheLanes() {
        assertThat(net.onCrossing(0, 0)).isTrue();
        assertThat(net.onCrossing(-7, 19)).isTrue();
        assertThat(net.onCrossing(-7, 21)).isFalse();
        assertThat(net.onCrossing(19, 19)).isFalse();
        assertThat(net.onCrossing(Double.NaN, 0)).isFalse();
        assertThat(net.centre().distanceTo(new Position(0, 0, 0))).isLessThan(0.001);
    }

    @Test
    void leavesOutWhatHasNoGeometry() {
        Position point = new Position(1, 1, 0);
        Lane broken = lane(1, List.of(point, point), List.of());
        Lane lost = lane(
                2,
                List.of(point, new Position(9, 1, 0)),
                List.of(new Connection(77, Manoeuvre.LEFT, null), new Connection(1, Manoeuvre.LEFT, null)));
        RoadNet poor = RoadNet.of(new SiteMap(
                0, 1, "poor", 0, List.of(new Approach(1, "", 0)), List.of(broken, lost), List.of(), Set.of()));
        assertThat(poor.lanes()).extracting(LaneLine::id).containsExactly(2);
        assertThat(poor.routes()).isEmpty();
    }

    @Test
    void canBeEmpty() {
        RoadNet empty = RoadNet.of(new SiteMap(0, 1, "", 0, List.of(), List.of(), List.of(), Set.of()));
        assertThat(empty.lanesNear(0, 0, 100)).isEmpty();
        assertThat(empty.onCrossing(0, 0)).isFalse();
        assertThat(empty.centre()).isEqualTo(new Position(0, 0, 0));
    }

    @Property
    void findsTheSameLanesAsLookingAtAll(
            @ForAll @DoubleRange(min = -300, max = 300) double east,
            @ForAll @DoubleRange(min = -300, max = 300) double north,
            @ForAll @DoubleRange(min = 0, max = 60) double radius) {
        List<LaneLine> all = net.lanes().stream()
                .filter(lane -> lane.line().project(east, north).distance() <= radius)
                .toList();
        assertThat(net.lanesNear(east, north, radius)).isEqualTo(all);
    }

    private static Lane lane(int id, List<Position> line, List<Connection> connections) {
        return new Lane(id, 1, LaneUse.VEHICLE, true, 3.5, 14, line, connections);
    }
}
