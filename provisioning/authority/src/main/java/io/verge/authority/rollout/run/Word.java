package io.verge.authority.rollout.run;

import io.verge.api.update.Phase;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a box says of an update.
 *
 * @param box its name
 * @param id of the wish
 * @param release that was wished for
 * @param phase where it is
 * @param why it has ended so or what it waits for; empty when there is nothing to say
 */
public record Word(String box, String id, String release, Phase phase, String why) {
    /** The phase of this label; empty when it is none that is known here. */
    public static Optional<Phase> phase(String label) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.label().equals(label))
                .findFirst();
    }

    static boolean isHarmless(String label) {
        return phase(label).map(Phase::isHarmless).orElse(true);
    }
}
