package io.verge.app.sensorsharing.internal;

import io.verge.api.geo.Position;
import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import java.util.Comparator;
import java.util.List;

/**
 * Who matters most to those who listen, for a message that has room for some only:
 *
 * <ol>
 *   <li>who has nothing around them, the nearest to the crossing first;
 *   <li>who reaches the crossing within seconds, the soonest first;
 *   <li>the others, the nearest first.
 * </ol>
 *
 * <p>The crossing is taken to lie at the origin of the site frame, where the box stands. Equals are ordered by id, so that the
 * same scene gives the same order.
 */
record Importance(int rank, double measure, RoadUser roadUser) {
    private static final int VULNERABLE = 0;
    private static final int ARRIVING = 1;
    private static final int OTHER = 2;

    private static final Position CROSSING = new Position(0, 0, 0);
    /** Metres around the crossing's centre that count as the crossing itself. */
    private static final double INSIDE = 20;
    /** Seconds to the crossing within which a road user is about to meet others there. */
    private static final double SOON = 6;
    /** Below this speed, m/s, a road user arrives nowhere. */
    private static final double STANDING = 0.5;

    private static final Comparator<Importance> ORDER = Comparator.comparingInt(Importance::rank)
            .thenComparingDouble(Importance::measure)
            .thenComparingInt(importance -> importance.roadUser.id());

    static List<RoadUser> sorted(List<RoadUser> roadUsers) {
        return roadUsers.stream()
                .map(Importance::of)
                .sorted(ORDER)
                .map(Importance::roadUser)
                .toList();
    }

    private static Importance of(RoadUser roadUser) {
        Position position = roadUser.motion().position();
        double distance = position.distanceTo(CROSSING);
        if (roadUser.type().vulnerable()) {
            return new Importance(VULNERABLE, distance, roadUser);
        }
        double arrival = arrival(distance, position, roadUser.motion().velocity());
        return arrival <= SOON
                ? new Importance(ARRIVING, arrival, roadUser)
                : new Importance(OTHER, distance, roadUser);
    }

    /** Seconds until it is at the crossing; 0 when it moves there now, infinite when it stands or drives away. */
    private static double arrival(double distance, Position position, Velocity velocity) {
        if (velocity.speed() < STANDING) {
            return Double.POSITIVE_INFINITY;
        }
        if (distance <= INSIDE) {
            return 0;
        }
        double closing = -(position.east() * velocity.east() + position.north() * velocity.north()) / distance;
        return closing < STANDING ? Double.POSITIVE_INFINITY : (distance - INSIDE) / closing;
    }
}
