package io.verge.api.site;

import io.verge.api.geo.Position;
import java.util.List;

/**
 * A lane of one approach.
 *
 * @param id 1 to 255, unique in the map
 * @param approach the id of the approach that it belongs to
 * @param ingress true when traffic on it drives towards the crossing, false when away from it
 * @param width metres
 * @param speedLimit m/s; NaN when unknown
 * @param centreLine at least two points, in the direction of travel: an ingress lane ends at its stop line, an egress lane
 *     begins at the crossing
 * @param connections where it leads across the crossing; empty for an egress lane
 */
public record Lane(
        int id,
        int approach,
        LaneUse use,
        boolean ingress,
        double width,
        double speedLimit,
        List<Position> centreLine,
        List<Connection> connections) {
    public Lane {
        if (centreLine.size() < 2) {
            throw new IllegalArgumentException("lane " + id + " needs at least two points");
        }
        centreLine = List.copyOf(centreLine);
        connections = List.copyOf(connections);
    }
}
