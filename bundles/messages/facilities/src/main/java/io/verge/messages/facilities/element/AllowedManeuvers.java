package io.verge.messages.facilities.element;

import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.Manoeuvre;
import io.verge.messages.uper.BitString;

/** DE AllowedManeuvers, 12 bits, alike in all sets. */
public final class AllowedManeuvers {
    private static final int BITS = 12;

    private AllowedManeuvers() {}

    /** One. */
    public static BitString of(Manoeuvre manoeuvre) {
        return BitString.of(bit(manoeuvre), BITS);
    }

    /** All that the connections of a lane are. */
    public static BitString of(Lane lane) {
        long bits = 0;
        for (Connection way : lane.connections()) {
            bits |= bit(way.manoeuvre());
        }
        return BitString.of(bits, BITS);
    }

    private static long bit(Manoeuvre manoeuvre) {
        int number =
                switch (manoeuvre) {
                    case STRAIGHT -> 0;
                    case LEFT -> 1;
                    case RIGHT -> 2;
                    case U_TURN -> 3;
                };
        return 1L << (BITS - 1 - number);
    }
}
