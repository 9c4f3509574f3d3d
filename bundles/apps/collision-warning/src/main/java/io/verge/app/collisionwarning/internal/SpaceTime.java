package io.verge.app.collisionwarning.internal;

import io.verge.traffic.Trajectory;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds who will be near whom at about the same time, without comparing all with all: an index of squares of the ground in slices
 * of a second. Squares share places by hashing; that finds some pairs in vain and misses none. Used again at every scene; one
 * thread.
 */
final class SpaceTime {
    /** The side of a square, metres. */
    private static final double SIDE = 12;
    /** Samples in a slice. */
    private static final int SLICE = 10;

    private static final int PLACES = 1 << 14;
    private static final int NOBODY = -1;

    /** The newest entry at each place. */
    private final int[] head = new int[PLACES];
    /** The entry before, and whose it is, by entry. */
    private int[] before = new int[PLACES];

    private int[] whose = new int[PLACES];
    private int entries;
    /** Who has been found already by the one who enters, by who: the one it was found by, and one. */
    private int[] foundBy = new int[0];

    void clear() {
        Arrays.fill(head, NOBODY);
        entries = 0;
    }

    /** So many enter, after {@link #clear}. */
    void expect(int count) {
        if (foundBy.length < count) {
            foundBy = new int[count];
        }
        Arrays.fill(foundBy, 0);
    }

    /** Enters someone with all his ways and tells, each once, those that entered before and will be near. */
    void enter(int who, Prediction prediction, IntConsumer near) {
        for (int i = 0; i < prediction.count(); i++) {
            Trajectory trajectory = prediction.way(i).trajectory();
            double reach = Math.hypot(trajectory.length(), trajectory.width()) / 2;
            for (int first = 0; first < trajectory.size() - 1; first += SLICE) {
                slice(who, trajectory, first, reach, near);
            }
        }
    }

    private void slice(int who, Trajectory trajectory, int first, double reach, IntConsumer near) {
        int last = Math.min(first + SLICE, trajectory.size() - 1);
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            west = Math.min(west, trajectory.east(i));
            east = Math.max(east, trajectory.east(i));
            south = Math.min(south, trajectory.north(i));
            north = Math.max(north, trajectory.north(i));
        }
        int right = square(east + reach);
        int top = square(north + reach);
        for (int x = square(west - reach); x <= right; x++) {
            for (int y = square(south - reach); y <= top; y++) {
                visit(who, place(x, y, first), near);
            }
        }
    }

    private void visit(int who, int place, IntConsumer near) {
        for (int entry = head[place]; entry != NOBODY; entry = before[entry]) {
            int other = whose[entry];
            if (other != who && foundBy[other] != who + 1) {
                foundBy[other] = who + 1;
                near.accept(other);
            }
        }
        if (head[place] == NOBODY || whose[head[place]] != who) {
            push(who, place);
        }
    }

    private void push(int who, int place) {
        if (entries == whose.length) {
            whose = Arrays.copyOf(whose, 2 * entries);
            before = Arrays.copyOf(before, 2 * entries);
        }
        whose[entries] = who;
        before[entries] = head[place];
        head[place] = entries++;
    }

    private static int square(double metres) {
        return (int) Math.floor(metres / SIDE);
    }

    private static int place(int x, int y, int slice) {
        int hash = (x * 73_856_093) ^ (y * 19_349_663) ^ (slice * 83_492_791);
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
