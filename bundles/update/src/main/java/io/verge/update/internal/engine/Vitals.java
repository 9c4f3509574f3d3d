package io.verge.update.internal.engine;

import java.util.Optional;
import java.util.Set;

/** How well the box does its work, so that after a switch it can be compared with before. Called by one thread at a time. */
public interface Vitals {
    /** As it is now. Cheap enough for once a second. */
    Sample sample();

    /** What was measured at one time. Immutable; survives a restart as text. */
    interface Sample {
        /** Devices that gave frames; of which it was not looked at for long enough, none. */
        Set<String> heard();

        /** As text, one line. */
        String text();

        /**
         * What has become worse.
         *
         * @param before the switch
         * @param tolerance how many times as slow as before is not worse yet, 1 or more
         * @return for people, such as {@code radar-ne gives 3 frames/s (20 before)}; empty when nothing has
         */
        Optional<String> worseThan(Sample before, double tolerance);
    }

    /**
     * Reads {@link Sample#text}.
     *
     * @return a sample to which nothing is worse when it cannot be read
     */
    Sample parse(String text);
}
