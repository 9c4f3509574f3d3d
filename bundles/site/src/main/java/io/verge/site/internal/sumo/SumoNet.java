package io.verge.site.internal.sumo;

import io.verge.api.geo.Position;
import java.util.List;
import java.util.Map;

/**
 * A road network as its file has it. Positions are those of the network: metres, x as east and y as north. What the file does not
 * name is an empty text.
 */
public record SumoNet(
        Location location,
        Map<String, Edge> edges,
        Map<String, Junction> junctions,
        List<Link> links,
        List<Program> programs) {
    /** How the network lies on the earth: {@code projected + offset = network}; projection {@code !} is none. */
    record Location(double offsetX, double offsetY, String projection) {
        static final Location UNKNOWN = new Location(0, 0, "!");
    }

    /**
     * A road in one direction, or a part of a junction.
     *
     * @param function {@code internal}, {@code crossing}, {@code walkingarea}; empty for a road
     * @param crosses the roads that a crossing leads over
     */
    record Edge(
            String id, String from, String to, String function, String name, List<String> crosses, List<Lane> lanes) {
        boolean road() {
            return function.isEmpty() || function.equals("normal");
        }
    }

    /**
     * A lane of an edge, the first on the right.
     *
     * @param speed m/s; NaN when not given
     * @param width metres; NaN when not given
     */
    record Lane(String id, String allow, String disallow, double speed, double width, List<Position> shape) {}

    /**
     * Where edges meet.
     *
     * @param internalLanes of each link, in the order of the requests
     * @param foes of each request, the links that cross it: the last character stands for the first link
     */
    record Junction(String id, String type, Position centre, List<String> internalLanes, List<String> foes) {}

    /**
     * A way from lane to lane.
     *
     * @param via the internal lane
     * @param direction such as {@code s}, {@code l}, {@code r}, {@code t}
     * @param light the traffic light that rules it
     * @param index of it in the states of that light; −1 when none rules it
     */
    record Link(
            String from, int fromLane, String to, int toLane, String via, String direction, String light, int index) {}

    /** One program of a traffic light: for each phase the state of each link. */
    record Program(String light, List<String> states) {}
}
