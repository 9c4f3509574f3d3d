package io.verge.driver.simulator.internal.world;

/**
 * A fixed-time plan of two stages: north and south, then east and west. In each stage one arm begins earlier and ends earlier
 * than the arm opposite, so that those who turn left have some seconds for themselves. Those on foot walk along with the traffic
 * beside them, and not when left turns have that time. A pure function of the plan's time, seconds:
 *
 * <pre>
 *   arms 1, 2                |green 22              |yellow 3|red 43                |
 *   arms 3, 4   |red 7       |green 22              |yellow 3|red 36                |
 *   crosswalks 4, 1          |walk 7|clear 12|don't walk 49                         |
 *   crosswalks 2, 3  | don't walk 7 |walk 7|clear 12|don't walk 42                   |
 *   arms 2, 4 and crosswalks 1, 3: the same, 34 later; cycle 68
 * </pre>
 */
public final class SignalPlan {
    private static final long STAGE = 34_000;
    private static final long CYCLE = 2 * STAGE;
    /** How much earlier the one arm of a stage begins. */
    private static final long LEAD = 7_000;

    private static final long GREEN = 22_000;
    private static final long YELLOW = 3_000;
    private static final long WALK = 7_000;
    private static final long CLEAR = 12_000;

    private SignalPlan() {}

    /** What a signal shows; those on foot get the first as walk, the second as clear and the third as don't walk. */
    public enum Colour {
        GREEN,
        YELLOW,
        RED
    }

    /**
     * What a signal shows now.
     *
     * @param left until it shows something else, milliseconds
     */
    public record Aspect(Colour colour, long left) {}

    /**
     * What the vehicles from an arm see.
     *
     * @param arm 1 to 4
     * @param millis of the plan's time, not negative
     */
    public static Aspect vehicles(int arm, long millis) {
        long stage = arm % 2 == 1 ? 0 : STAGE;
        return aspect(millis, stage + (arm <= 2 ? 0 : LEAD), GREEN, YELLOW);
    }

    /**
     * What those see who cross an arm on foot: they go with the traffic of the neighbouring arms.
     *
     * @param arm 1 to 4
     * @param millis of the plan's time, not negative
     */
    public static Aspect pedestrians(int arm, long millis) {
        long stage = arm % 2 == 1 ? STAGE : 0;
        return aspect(millis, stage + (arm == 1 || arm == 4 ? 0 : LEAD), WALK, CLEAR);
    }

    private static Aspect aspect(long millis, long start, long green, long yellow) {
        long at = (millis + CYCLE - start) % CYCLE;
        if (at < green) {
            return new Aspect(Colour.GREEN, green - at);
        }
        if (at < green + yellow) {
            return new Aspect(Colour.YELLOW, green + yellow - at);
        }
        return new Aspect(Colour.RED, CYCLE - at);
    }
}
