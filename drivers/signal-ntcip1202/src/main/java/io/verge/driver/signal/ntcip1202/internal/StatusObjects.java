package io.verge.driver.signal.ntcip1202.internal;

import io.verge.api.signal.SignalPhase;
import io.verge.device.SignalGroups.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects to be read for some signal groups, and what their values say. The three colours of a phase stand side by side, so
 * that they come in one answer and are of the same moment.
 */
final class StatusObjects {
    private static final int PHASES_A_GROUP = 8;

    private final List<String> oids = new ArrayList<>();

    StatusObjects(List<Source> sources) {
        for (Source source : sources) {
            if (!oids.contains(red(source))) {
                for (int colour = 0; colour < Lamps.COLOURS; colour++) {
                    oids.add(Lamps.of(source.head()).oid(colour, statusGroup(source)));
                }
            }
        }
    }

    List<String> oids() {
        return oids;
    }

    /**
     * What a signal group shows.
     *
     * @param values of all objects, in their order; 0 to 255
     */
    SignalPhase shown(Source source, int[] values) {
        int at = oids.indexOf(red(source));
        return source.head()
                .shown(on(source, values[at]), on(source, values[at + 1]), on(source, values[at + 2]), false);
    }

    private static boolean on(Source source, int value) {
        return (value >> (source.number() - 1) % PHASES_A_GROUP & 1) != 0;
    }

    private static String red(Source source) {
        return Lamps.of(source.head()).oid(0, statusGroup(source));
    }

    static int statusGroup(Source source) {
        return (source.number() - 1) / PHASES_A_GROUP + 1;
    }

    /** The bit of a phase in the objects of its status group. */
    static int bit(Source source) {
        return 1 << (source.number() - 1) % PHASES_A_GROUP;
    }
}
