package io.verge.agent.map;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.site.Manoeuvre;
import io.verge.messages.uper.BitString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be done at the end of a lane, as MAP messages say it, or as the ground shows it. */
final class Manoeuvres {
    /** The first bits of AllowedManeuvers, alike in J2735 and T/CSAE 53. */
    private static final Manoeuvre[] BITS = {Manoeuvre.STRAIGHT, Manoeuvre.LEFT, Manoeuvre.RIGHT, Manoeuvre.U_TURN};

    /** Degrees. */
    private static final double STRAIGHT_ON = 45;

    private static final double BACK = 150;

    private Manoeuvres() {}

    /** The only one of these bits; null when there is none or more than one. */
    static @Nullable Manoeuvre only(@Nullable BitString bits) {
        Manoeuvre only = null;
        for (int bit = 0; bits != null && bit < Math.min(BITS.length, bits.length()); bit++) {
            if (bits.get(bit)) {
                if (only != null) {
                    return null;
                }
                only = BITS[bit];
            }
        }
        return only;
    }

    /** From the end of one line to the beginning of another. */
    static Manoeuvre drawn(List<Position> from, List<Position> to) {
        return of(Headings.turn(
                heading(from.get(from.size() - 2), from.get(from.size() - 1)), heading(to.get(0), to.get(1))));
    }

    private static Manoeuvre of(double turn) {
        if (Math.abs(turn) <= STRAIGHT_ON) {
            return Manoeuvre.STRAIGHT;
        } else if (Math.abs(turn) >= BACK) {
            return Manoeuvre.U_TURN;
        }
        return turn < 0 ? Manoeuvre.LEFT : Manoeuvre.RIGHT;
    }

    /** The turn that a manoeuvre is about, degrees clockwise. */
    static double turn(Manoeuvre manoeuvre) {
        return switch (manoeuvre) {
            case STRAIGHT -> 0;
            case LEFT -> -90;
            case RIGHT -> 90;
            case U_TURN -> 180;
        };
    }

    static double heading(Position from, Position to) {
        return Headings.of(to.east() - from.east(), to.north() - from.north());
    }
}
