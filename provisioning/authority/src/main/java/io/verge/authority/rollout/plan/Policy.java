package io.verge.authority.rollout.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How careful a roll-out is. The figures of {@link #USUAL} are those of facts/updates.md §3.6.
 *
 * @param waves in their order; the last takes all that is left
 * @param success percent of a wave's boxes that must have taken the release before the next step, 0 to 100
 * @param errors percent of a wave's boxes whose failure stops the roll-out at once, above 0, to 100; one that is silent has failed
 * @param deadline how long a box may take from the moment in which it was asked
 * @param between steps of one wave
 * @param atOnce boxes of one step at most, 1 or more
 * @param window in which boxes are asked; null for always
 */
public record Policy(
        List<WaveRule> waves,
        double success,
        double errors,
        Duration deadline,
        Duration between,
        int atOnce,
        @Nullable Window window) {
    /** A box of the laboratory if there is one, then 1 % but 5 at least and of every model, 10 %, 50 %, all; a day between. */
    public static final Policy USUAL = new Policy(
            List.of(
                    wave("lab", 0, 1, List.of("lab"), false),
                    wave("1 %", 1, 5, List.of(), true),
                    wave("10 %", 10, 0, List.of(), false),
                    wave("50 %", 50, 0, List.of(), false),
                    wave("all", 100, 0, List.of(), false)),
            98,
            2,
            Duration.ofHours(24),
            Duration.ofMinutes(10),
            200,
            null);

    /** @throws IllegalArgumentException when a number is out of its range, or no wave takes the rest */
    public Policy {
        if (!(success >= 0 && success <= 100)) {
            throw new IllegalArgumentException("success: 0 to 100 percent was expected, " + success + " was found");
        }
        if (!(errors > 0 && errors <= 100)) {
            throw new IllegalArgumentException(
                    "errors: above 0, to 100 percent was expected, " + errors + " was found");
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce: 1 or more was expected, " + atOnce + " was found");
        }
        if (deadline.isZero()) {
            throw new IllegalArgumentException("deadline: longer than nothing was expected");
        }
        waves = List.copyOf(waves);
        if (waves.isEmpty() || !waves.get(waves.size() - 1).takesTheRest()) {
            throw new IllegalArgumentException("waves: the last one must have 100 percent of all boxes");
        }
    }

    private static WaveRule wave(String name, double percent, int least, List<String> groups, boolean everyModel) {
        return new WaveRule(name, percent, least, groups, List.of(), everyModel, Duration.ofHours(24));
    }
}
