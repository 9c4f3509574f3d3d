package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import org.jspecify.annotations.Nullable;

/**
 * One way over the crossing: an ingress lane, a smooth curve for the connection, the egress lane.
 *
 * @param path from the first point of {@code from} to the last of {@code to}
 * @param stopLine metres along the path where {@code from} ends
 * @param exit metres along the path where {@code to} begins
 */
public record Route(Lane from, Connection connection, Lane to, Polyline path, double stopLine, double exit) {
    /** That rules it, 1 to 255; null when none does. */
    public @Nullable Integer signalGroup() {
        return connection.signalGroup();
    }

    /** How sharply it turns on the crossing: radians a metre on average, not negative. */
    public double curvature() {
        double way = exit - stopLine;
        double turn = Headings.turn(path.headingAt(Math.nextDown(stopLine)), path.headingAt(exit));
        return way > 0 ? Math.abs(Math.toRadians(turn)) / way : 0;
    }
}
