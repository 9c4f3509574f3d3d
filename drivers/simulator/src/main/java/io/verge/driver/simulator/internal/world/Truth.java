package io.verge.driver.simulator.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What really happened, in the order in which it began. Keeps the last {@link #MOST}. Used by the world's thread. */
public final class Truth {
    /** What is kept of it. */
    static final int MOST = 4096;

    private final List<Happening> happenings = new ArrayList<>();
    /** The number of the first that is kept. */
    private int first;

    /** Everything that is kept, the oldest first. */
    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** How many there have been, also those that are not kept. */
    public int count() {
        return first + happenings.size();
    }

    int begin(Incident kind, long millis, int lane, Pose place, Integer... who) {
        if (happenings.size() == MOST) {
            happenings.remove(0);
            first++;
        }
        int number = count();
        happenings.add(new Happening(
                number, kind, List.of(who), lane, place, millis, Happening.NEVER, Happening.NEVER, Double.NaN));
        return number;
    }

    /** Changes what is known of one; nothing when it is kept no longer. */
    void change(int number, UnaryOperator<Happening> change) {
        if (number >= first) {
            happenings.set(number - first, change.apply(happenings.get(number - first)));
        }
    }
}
