package io.verge.site.internal.review;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;
import io.verge.site.internal.Shape;
import java.util.List;

/** Whether lanes lead where their {@code ingress} says: towards the crossing or away from it. */
final class Directions {
    /** Metres of a lane that show where it leads. */
    private static final double LOOK = 30;
    /** Degrees between lanes of one approach: those of one direction are nearer, those of two directions farther apart. */
    private static final double ASTRAY = 90;

    private final Position centre;
    private final Findings findings;

    private Directions(Position centre, Findings findings) {
        this.centre = centre;
        this.findings = findings;
    }

    static void check(SiteMap map, Findings findings) {
        Directions check = new Directions(centre(map.lanes()), findings);
        map.lanes().forEach(check::towards);
        for (int i = 0; i < map.lanes().size(); i++) {
            for (Lane earlier : map.lanes().subList(0, i)) {
                check.beside(map.lanes().get(i), earlier);
            }
        }
    }

    private static Position centre(List<Lane> lanes) {
        double east = 0;
        double north = 0;
        for (Lane lane : lanes) {
            Position inner = inner(lane);
            east += inner.east() / lanes.size();
            north += inner.north() / lanes.size();
        }
        return new Position(east, north, 0);
    }

    private static Position inner(Lane lane) {
        return lane.centreLine().get(lane.ingress() ? lane.centreLine().size() - 1 : 0);
    }

    /** The direction of travel next to the crossing. */
    static double heading(Lane lane) {
        return lane.ingress()
                ? Headings.normalize(Shape.heading(Shape.reversed(lane.centreLine()), LOOK) + 180)
                : Shape.heading(lane.centreLine(), LOOK);
    }

    private void towards(Lane lane) {
        Position inner = inner(lane);
        Position outer =
                lane.centreLine().get(lane.ingress() ? 0 : lane.centreLine().size() - 1);
        if (inner.distanceTo(centre) > outer.distanceTo(centre)) {
            findings.lane(
                    lane.id(),
                    (lane.ingress() ? "ingress, but its last point" : "egress, but its first point")
                            + " is farther from the crossing than its other end; is it drawn the wrong way round, or"
                            + " \"ingress\" wrong?");
        }
    }

    private void beside(Lane lane, Lane other) {
        if (lane.approach() != other.approach() || Review.walked(lane.use()) || Review.walked(other.use())) {
            return;
        }
        double turn = Math.abs(Headings.turn(heading(lane), heading(other)));
        if (lane.ingress() == other.ingress() && turn > ASTRAY) {
            findings.lane(
                    lane.id(),
                    "leads against lane " + other.id() + " of the same approach, and both say "
                            + (lane.ingress() ? "ingress" : "egress") + "; expected one to be the other way");
        } else if (lane.ingress() != other.ingress() && turn < ASTRAY) {
            findings.lane(
                    lane.id(),
                    "leads the same way as lane " + other.id() + " of the same approach, and one of them says ingress;"
                            + " expected both to say the same");
        }
    }
}
