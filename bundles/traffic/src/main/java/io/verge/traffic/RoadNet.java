package io.verge.traffic;

import io.verge.api.geo.Position;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A map made ready for questions. Immutable; made once a map. What of the map has no geometry is left out: a line whose points
 * are all the same, a connection to a lane that is not there.
 */
public final class RoadNet {
    private final SiteMap map;
    private final List<LaneLine> lanes;
    private final Map<Integer, LaneLine> byId = new TreeMap<>();
    private final List<Route> routes;
    private final Map<Integer, List<Route>> routesFrom = new LinkedHashMap<>();
    private final Map<Integer, List<Route>> routesOver = new LinkedHashMap<>();
    private final List<CrosswalkArea> crosswalks;
    private final LaneGrid grid;
    private final Position centre;
    private final Hull crossing;

    private RoadNet(SiteMap map) {
        this.map = map;
        for (Lane lane : map.lanes()) {
            line(lane.centreLine()).ifPresent(line -> byId.put(lane.id(), new LaneLine(lane, line)));
        }
        lanes = List.copyOf(byId.values());
        routes = lanes.stream().flatMap(lane -> routes(lane).stream()).toList();
        for (Route route : routes) {
            add(routesFrom, route.from().id(), route);
            add(routesOver, route.from().id(), route);
            if (route.to().id() != route.from().id()) {
                add(routesOver, route.to().id(), route);
            }
        }
        crosswalks = map.crosswalks().stream()
                .sorted(Comparator.comparingInt(Crosswalk::id))
                .flatMap(crosswalk ->
                        line(crosswalk.centreLine()).map(line -> new CrosswalkArea(crosswalk, line)).stream())
                .toList();
        grid = new LaneGrid(lanes);
        centre = middle(lanes);
        crossing = hull(lanes);
    }

    public static RoadNet of(SiteMap map) {
        return new RoadNet(map);
    }

    public SiteMap map() {
        return map;
    }

    /** By id. */
    public List<LaneLine> lanes() {
        return lanes;
    }

    public Optional<LaneLine> lane(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By the ingress lane's id, then in the order of its connections. */
    public List<Route> routes() {
        return routes;
    }

    /** The routes that begin with a lane, in the order of its connections. */
    public List<Route> routesFrom(int laneId) {
        return routesFrom.getOrDefault(laneId, List.of());
    }

    /** The routes that begin or end with a lane, in the order of {@link #routes()}. */
    public List<Route> routesOver(int laneId) {
        return routesOver.getOrDefault(laneId, List.of());
    }

    /** By id. */
    public List<CrosswalkArea> crosswalks() {
        return crosswalks;
    }

    /** The lanes whose centre line is not farther away than the radius in metres, by id. */
    public List<LaneLine> lanesNear(double east, double north, double radius) {
        return grid.near(east, north, radius);
    }

    /** Whether two signal groups must never be green together. */
    public boolean conflicting(int group, int other) {
        return group != other && map.conflicts().contains(new Conflict(group, other));
    }

    /** The middle of the lanes' ends at the crossing; the origin when there is no lane. */
    public Position centre() {
        return centre;
    }

    /** Whether a point is between the lanes' ends at the crossing: beyond every stop line and not yet on an egress lane. */
    public boolean onCrossing(double east, double north) {
        return crossing.contains(east, north);
    }

    private List<Route> routes(LaneLine from) {
        List<Route> ways = new ArrayList<>();
        for (Connection connection : from.lane().connections()) {
            LaneLine to = byId.get(connection.toLane());
            if (to != null) {
                ways.add(RouteCurve.route(from, connection, to));
            }
        }
        return ways;
    }

    private static void add(Map<Integer, List<Route>> routes, int lane, Route route) {
        List<Route> longer = new ArrayList<>(routes.getOrDefault(lane, List.of()));
        longer.add(route);
        routes.put(lane, List.copyOf(longer));
    }

    private static Optional<Polyline> line(List<Position> points) {
        try {
            return Optional.of(Polyline.of(points));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Position middle(Collection<LaneLine> lanes) {
        return new Position(
                lanes.stream()
                        .mapToDouble(lane -> lane.line().eastAt(atCrossing(lane)))
                        .average()
                        .orElse(0),
                lanes.stream()
                        .mapToDouble(lane -> lane.line().northAt(atCrossing(lane)))
                        .average()
                        .orElse(0),
                0);
    }

    /** Around both edges of each lane; where people walk is beside the crossing. */
    private static Hull hull(Collection<LaneLine> lanes) {
        List<Hull.Point> points = new ArrayList<>();
        for (LaneLine lane : lanes) {
            if (lane.lane().use() != LaneUse.SIDEWALK) {
                double along = atCrossing(lane);
                double heading = Math.toRadians(lane.line().headingAt(along));
                double east = Math.cos(heading) * lane.lane().width() / 2;
                double north = -Math.sin(heading) * lane.lane().width() / 2;
                points.add(new Hull.Point(
                        lane.line().eastAt(along) + east, lane.line().northAt(along) + north));
                points.add(new Hull.Point(
                        lane.line().eastAt(along) - east, lane.line().northAt(along) - north));
            }
        }
        return new Hull(points);
    }

    private static double atCrossing(LaneLine lane) {
        return lane.lane().ingress() ? lane.line().length() : 0;
    }
}
