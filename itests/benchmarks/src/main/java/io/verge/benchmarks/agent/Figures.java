package io.verge.benchmarks.agent;

import java.util.Collection;

/** Repeated measurements of one thing, sorted. */
final class Figures {
    private final double[] sorted;

    /** Copies them; there must be one at least. */
    Figures(Collection<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The smallest figure that so many percent of all do not exceed. */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    double median() {
        return percentile(50);
    }

    double worst() {
        return sorted[sorted.length - 1];
    }
}
