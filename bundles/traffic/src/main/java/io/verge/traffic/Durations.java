package io.verge.traffic;

import java.util.Arrays;

/** How long one light of a signal group has lasted in the last cycles. Not for several threads. */
final class Durations {
    /** Durations that agree with each other differ by no more from their mean, seconds; the sampling at 10 Hz costs half of it. */
    static final double SPREAD = 0.2;

    /** Latest first. */
    private final double[] seconds;

    private final double[] sorted;
    private int count;
    private int agreeing;
    private double mean;

    /** Of so many cycles at most. */
    Durations(int cycles) {
        seconds = new double[cycles];
        sorted = new double[cycles];
    }

    void add(double duration) {
        count = Math.min(count + 1, seconds.length);
        System.arraycopy(seconds, 0, seconds, 1, count - 1);
        seconds[0] = duration;
        agree();
    }

    int count() {
        return count;
    }

    /** How many of the latest, in a row, agree with each other. */
    int agreeing() {
        return agreeing;
    }

    /** Of those that agree, seconds; NaN when there is none. */
    double mean() {
        return agreeing == 0 ? Double.NaN : mean;
    }

    /**
     * Of the durations that were longer than what has elapsed, the one below which this share lies, seconds; NaN when there is
     * none.
     */
    double quantile(double elapsed, double share) {
        int longer = 0;
        for (int i = 0; i < count; i++) {
            if (seconds[i] > elapsed) {
                sorted[longer++] = seconds[i];
            }
        }
        Arrays.sort(sorted, 0, longer);
        if (longer == 0) {
            return Double.NaN;
        }
        double at = share * (longer - 1);
        int below = (int) at;
        int above = Math.min(below + 1, longer - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private void agree() {
        double least = seconds[0];
        double most = seconds[0];
        double sum = 0;
        agreeing = 0;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, seconds[i]);
            most = Math.max(most, seconds[i]);
            double average = (sum + seconds[i]) / (i + 1);
            if (most - average > SPREAD || average - least > SPREAD) {
                return;
            }
            sum += seconds[i];
            mean = average;
            agreeing = i + 1;
        }
    }
}
