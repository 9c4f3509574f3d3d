package io.verge.site.internal.review;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;
import java.util.List;

/** Whether a connection can be driven: how far it is, whether it leads on, and whether it turns as it says. */
final class Turns {
    /** Metres from a stop line to where the lane goes on: more is another crossing, or a point that slipped. */
    private static final double FAR = 60;
    /** Metres that a lane may begin behind the stop line of the other. */
    private static final double BEHIND = 5;
    /** Degrees that a way may bend to the other side than it says, or straight on. */
    private static final double BEND = 30;

    private static final double STRAIGHT = 75;

    private Turns() {}

    static void check(SiteMap map, Findings findings) {
        for (Lane lane : map.lanes()) {
            for (Connection connection : lane.connections()) {
                for (Lane to : map.lanes()) {
                    if (to.id() == connection.toLane()) {
                        check(lane, connection, to, findings);
                    }
                }
            }
        }
    }

    private static void check(Lane lane, Connection connection, Lane to, Findings findings) {
        List<Position> line = lane.centreLine();
        Position end = line.get(line.size() - 1);
        Position start = to.centreLine().get(0);
        double gap = end.distanceTo(start);
        String way = "the connection to lane " + to.id();
        if (gap > FAR) {
            findings.lane(
                    lane.id(),
                    way + " is " + Math.round(gap) + " m long; expected at most " + Math.round(FAR)
                            + " m from one lane to the other");
        }
        double heading = Math.toRadians(Directions.heading(lane));
        double ahead =
                (start.east() - end.east()) * Math.sin(heading) + (start.north() - end.north()) * Math.cos(heading);
        if (ahead < -BEHIND && connection.manoeuvre() != Manoeuvre.U_TURN) {
            findings.lane(
                    lane.id(), way + " leads back: it begins " + Math.round(-ahead) + " m behind this lane's end");
        }
        double turn = Headings.turn(Directions.heading(lane), Directions.heading(to));
        if (!fits(connection.manoeuvre(), turn)) {
            findings.lane(
                    lane.id(),
                    way + " says " + said(connection.manoeuvre()) + ", but turns " + Math.round(Math.abs(turn))
                            + " degrees to the " + (turn < 0 ? "left" : "right"));
        }
    }

    private static boolean fits(Manoeuvre manoeuvre, double turn) {
        return switch (manoeuvre) {
            case STRAIGHT -> Math.abs(turn) <= STRAIGHT;
            case LEFT -> turn <= BEND || turn >= 180 - BEND;
            case RIGHT -> turn >= -BEND || turn <= BEND - 180;
            case U_TURN -> Math.abs(turn) >= STRAIGHT;
        };
    }

    private static String said(Manoeuvre manoeuvre) {
        return switch (manoeuvre) {
            case STRAIGHT -> "straight";
            case LEFT -> "left";
            case RIGHT -> "right";
            case U_TURN -> "u-turn";
        };
    }
}
