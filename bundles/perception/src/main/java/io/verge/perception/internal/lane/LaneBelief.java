package io.verge.perception.internal.lane;

/**
 * On which lane one road user probably is: a hidden Markov model whose states are the lanes near it and "none". Lanes change only to a
 * lane beside, to one that a connection leads to, or through none.
 */
final class LaneBelief {
    /** Nobody leaves his lane more often than this on average, seconds; and nobody stays longer than this on none. */
    private static final double STAY = 3;

    private static final double STAY_OFF = 0.5;

    /** Errors of positions so far apart in time do not depend on each other, seconds; nearer ones tell less. */
    private static final double INDEPENDENT = 0.2;

    /** Before anything is known, none is as likely as all lanes together. */
    private static final double NONE_FIRST = 0.5;

    private final int[] lanes = new int[Sighting.MOST];
    private final double[] chances = new double[Sighting.MOST];
    private final double[] next = new double[Sighting.MOST];
    private int size;
    private double none = 1;
    private boolean fresh = true;

    /**
     * Takes in a sighting.
     *
     * @param seconds since the one before; less than zero counts as zero
     */
    void update(Sighting seen, LaneNeighbours neighbours, double seconds) {
        double passed = Math.max(0, seconds);
        double noneNext = fresh ? begin(seen) : predict(seen, neighbours, passed);
        double weight = fresh ? 1 : Math.min(1, passed / INDEPENDENT);
        fresh = false;
        double sum = noneNext * Math.pow(seen.none, weight);
        none = sum;
        for (int i = 0; i < seen.size; i++) {
            next[i] *= Math.pow(seen.likelihood[i], weight);
            sum += next[i];
        }
        keep(seen, sum);
    }

    private double begin(Sighting seen) {
        for (int i = 0; i < seen.size; i++) {
            next[i] = (1 - NONE_FIRST) / seen.size;
        }
        return NONE_FIRST;
    }

    /** Chances before looking: {@link #next} of each lane seen now, returned of none. */
    private double predict(Sighting seen, LaneNeighbours neighbours, double seconds) {
        double leave = 1 - Math.exp(-seconds / STAY);
        double enter = seen.size == 0 ? 0 : 1 - Math.exp(-seconds / STAY_OFF);
        double noneNext = none * (1 - enter);
        for (int j = 0; j < seen.size; j++) {
            next[j] = none * enter / seen.size;
        }
        for (int i = 0; i < size; i++) {
            double each = chances[i] * leave / (1 + neighbours.count(lanes[i]));
            noneNext += each;
            for (int j = 0; j < seen.size; j++) {
                if (seen.lanes[j] == lanes[i]) {
                    next[j] += chances[i] * (1 - leave);
                } else if (neighbours.next(lanes[i], seen.lanes[j])) {
                    next[j] += each;
                }
            }
        }
        return noneNext;
    }

    /** All chances together are 1; when nothing explains what is seen, it is none. */
    private void keep(Sighting seen, double sum) {
        boolean sound = sum > 0 && sum < Double.POSITIVE_INFINITY;
        size = sound ? seen.size : 0;
        none = sound ? none / sum : 1;
        for (int i = 0; i < size; i++) {
            lanes[i] = seen.lanes[i];
            chances[i] = next[i] / sum;
        }
    }

    /** The place in the last sighting of the lane that is likelier than every other and than none; −1 when none is. */
    int best() {
        int best = -1;
        double most = none;
        for (int i = 0; i < size; i++) {
            if (chances[i] > most) {
                most = chances[i];
                best = i;
            }
        }
        return best;
    }

    /** Of a place in the last sighting. */
    double chance(int place) {
        return chances[place];
    }
}
