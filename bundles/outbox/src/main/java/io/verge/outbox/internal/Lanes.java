package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.util.List;

/** The numbers of the lanes, in memory and in the file: whatever becomes of their order in the vocabulary. */
public final class Lanes {
    static final int COUNT = 5;

    private static final List<Lane> BY_NUMBER =
            List.of(Lane.CRITICAL, Lane.EVENT, Lane.STATE, Lane.TELEMETRY, Lane.BULK);

    private Lanes() {}

    static int number(Lane lane) {
        return switch (lane) {
            case CRITICAL -> 0;
            case EVENT -> 1;
            case STATE -> 2;
            case TELEMETRY -> 3;
            case BULK -> 4;
        };
    }

    /** Whether there is a lane of this number. */
    public static boolean exists(long number) {
        return number >= 0 && number < COUNT;
    }

    /** The lane of a number that exists. */
    public static Lane of(long number) {
        return BY_NUMBER.get((int) number);
    }
}
