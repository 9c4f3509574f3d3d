package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.testkit.Crossing;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrosswalkAreaTest {
    private final RoadNet net = RoadNet.of(Crossing.map());
    /** On the north arm, from 10 m west to 10 m east, 14 to 18 m north. */
    private final CrosswalkArea north = net.crosswalks().get(0);

    @Test
    void holdsWhatIsOnIt() {
        assertThat(north.contains(0, 16, 0)).isTrue();
        assertThat(north.contains(9.9, 17.9, 0)).isTrue();
        assertThat(north.contains(10.1, 16, 0)).isFalse();
        assertThat(north.contains(0, 18.1, 0)).isFalse();
        assertThat(north.contains(Double.NaN, 16, 0)).isFalse();
    }

    @Test
    void holdsWhatIsNearWithAMargin() {
        assertThat(north.contains(0, 19, 1.1)).isTrue();
        assertThat(north.contains(0, 19, 0.9)).isFalse();
    }

    @Test
    void knowsHowFarItIs() {
        assertThat(north.distance(0, 16)).isZero();
        assertThat(north.distance(0, 20)).isEqualTo(2, within(1e-9));
        assertThat(north.distance(13, 22)).isEqualTo(5, within(1e-6));
    }

    @Test
    void isCrossedByARouteThatLeavesByItsArm() {
        Route straight = net.routesFrom(32).get(0);
        Span span = north.crossedBy(straight).orElseThrow();
        assertThat(straight.path().northAt(span.begin())).isEqualTo(14, within(0.02));
        assertThat(straight.path().northAt(span.end())).isEqualTo(18, within(0.02));
    }

    @Test
    void isCrossedByARouteBehindItsStopLine() {
        Route straight = net.routesFrom(12).get(0);
        Span span = north.crossedBy(straight).orElseThrow();
        assertThat(span.begin()).isEqualTo(straight.stopLine() + 2, within(0.02));
        assertThat(span.end()).isEqualTo(straight.stopLine() + 6, within(0.02));
    }

    @Test
    void isNotCrossedByARouteOfOtherArms() {
        assertThat(north.crossedBy(net.routesFrom(22).get(0))).isEmpty();
    }

    @Test
    void isCrossedTwiceByAUTurn() {
        Lane in = lane(1, true, -3.5, 60, 20, new Connection(2, Manoeuvre.U_TURN, null));
        Lane out = lane(2, false, 3.5, 20, 60);
        Route turn = RouteCurve.route(line(in), in.connections().get(0), line(out));
        Crosswalk near = new Crosswalk(3, 1, 2, List.of(new Position(-9, 18.5, 0), new Position(9, 18.5, 0)), null);
        CrosswalkArea area = new CrosswalkArea(near, Polyline.of(near.centreLine()));
        assertThat(area.crossings(turn)).hasSize(2);
    }

    private static LaneLine line(Lane lane) {
        return new LaneLine(lane, Polyline.of(lane.centreLine()));
    }

    private static Lane lane(int id, boolean ingress, double east, double from, double to, Connection... ways) {
        List<Position> line = List.of(new Position(east, from, 0), new Position(east, to, 0));
        return new Lane(id, 1, LaneUse.VEHICLE, ingress, 3.5, Double.NaN, line, List.of(ways));
    }
}
