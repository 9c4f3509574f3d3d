package io.verge.netlab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The outages of a plan, drawn as far as they are asked about. One thread. */
final class Schedule {
    /** Weeks of the busiest plan; older ones are forgotten. */
    private static final int KEPT = 100_000;

    /** Beginning and end of outages. */
    private final TreeMap<Long, Long> outages = new TreeMap<>();

    private final RandomGenerator random;
    private Outages plan;
    /** Up to here the outages are known. */
    private long known;

    Schedule(Outages plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
    }

    /** The first instant, not before this one, at which the link is up. */
    long clear(long at) {
        while (known <= at && !(plan instanceof Outages.None)) {
            extend();
        }
        Map.Entry<Long, Long> outage = outages.floorEntry(at);
        return outage == null ? at : Math.max(at, outage.getValue());
    }

    private void extend() {
        long up = 0;
        long down = 0;
        if (plan instanceof Outages.First first) {
            down = first.down().toNanos();
            plan = first.then();
        } else if (plan instanceof Outages.Periodic periodic) {
            up = periodic.up().toNanos();
            down = periodic.down().toNanos();
        } else if (plan instanceof Outages.Drawn drawn) {
            up = (long) (-Math.log(1 - random.nextDouble()) * drawn.up().toNanos());
            down = length(drawn.lengths());
        }
        outages.put(known + up, known + up + down);
        known += Math.max(1, up + down);
        if (outages.size() > KEPT) {
            outages.pollFirstEntry();
        }
    }

    private long length(List<Outages.Length> lengths) {
        double point = random.nextDouble();
        int i = 0;
        while (i < lengths.size() - 1 && point >= lengths.get(i).weight()) {
            point -= lengths.get(i++).weight();
        }
        Outages.Length length = lengths.get(i);
        double factor =
                switch (length.shape()) {
                    case LOGNORMAL -> Math.exp(length.spread() * random.nextGaussian());
                    case PARETO -> Math.pow(1 - random.nextDouble(), -1 / length.spread());
                };
        return (long) Math.min(
                length.middle().toNanos() * factor, (double) length.most().toNanos());
    }
}
