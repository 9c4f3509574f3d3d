package io.verge.netlab;

import java.time.Duration;
import java.util.List;

/** When a link is down, as a plan; the same plan and seed give the same outages. */
public sealed interface Outages {
    /** Never. */
    record None() implements Outages {}

    /**
     * Up, then down, again and again.
     *
     * @param up longer than zero
     * @param down longer than zero
     */
    record Periodic(Duration up, Duration down) implements Outages {}

    /** Down from the beginning for a while, then as the other plan, which begins then. */
    record First(Duration down, Outages then) implements Outages {}

    /**
     * A semi-Markov process: up for times that are exponentially distributed, down for times of a mixture.
     *
     * @param up mean time between two outages
     * @param lengths of outages; their weights add up to 1
     */
    record Drawn(Duration up, List<Length> lengths) implements Outages {
        public Drawn {
            lengths = List.copyOf(lengths);
            if (lengths.isEmpty() || up.isNegative() || up.isZero()) {
                throw new IllegalArgumentException("outages want lengths, and time between them");
            }
        }
    }

    /**
     * A part of the mixture of lengths.
     *
     * @param weight its share of the outages
     * @param middle the median of a lognormal distribution, the least of a Pareto distribution
     * @param spread σ of a lognormal distribution, α of a Pareto distribution
     * @param most longer ones are cut to it
     */
    record Length(double weight, Shape shape, Duration middle, double spread, Duration most) {
        static Length lognormal(double weight, Duration median, double sigma, Duration most) {
            return new Length(weight, Shape.LOGNORMAL, median, sigma, most);
        }

        static Length pareto(double weight, Duration least, double alpha, Duration most) {
            return new Length(weight, Shape.PARETO, least, alpha, most);
        }
    }

    /** How lengths are distributed. */
    enum Shape {
        LOGNORMAL,
        PARETO
    }
}
