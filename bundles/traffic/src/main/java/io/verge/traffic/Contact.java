package io.verge.traffic;

import io.verge.api.geo.Headings;

/**
 * Looks for the first touch of two moving bodies by conservative advancement: from where they are, it goes on for as long as they
 * need at least to close the gap between them, so nothing is stepped over however thin and fast it is.
 */
final class Contact {
    /** A gap below this is a touch, metres. */
    private static final double TOUCH = 0.01;

    private final Trajectory a;
    private final Trajectory b;
    private final double margin;
    private final double reachA;
    private final double reachB;

    Contact(Trajectory a, Trajectory b, double margin) {
        this.a = a;
        this.b = b;
        this.margin = margin;
        reachA = Math.hypot(a.length() / 2 + margin, a.width() / 2 + margin);
        reachB = Math.hypot(b.length(), b.width()) / 2;
    }

    double first() {
        if (!a.near(b, reachA + reachB)) {
            return Double.NaN;
        }
        int steps = Math.min(a.size(), b.size()) - 1;
        double closing = a.longestStep() + b.longestStep() + TOUCH;
        int i = 0;
        while (i < steps) {
            double share = between(i);
            if (share <= 1) {
                return (i + share) * Trajectory.STEP;
            }
            // Nobody comes nearer in a step than both drive in their fastest.
            i += Math.max(1, (int) (circles(i) / closing));
        }
        return steps == 0 && gapAt(0, 0, 0, 0) <= TOUCH ? 0 : Double.NaN;
    }

    /** Between the circles around both bodies, metres; less than zero when they overlap. */
    private double circles(int i) {
        return length(b.east(i) - a.east(i), b.north(i) - a.north(i)) - reachA - reachB;
    }

    /** The part of the step from sample i to the next after which they touch; more than 1 when they do not. */
    private double between(int i) {
        double e = b.east(i) - a.east(i);
        double n = b.north(i) - a.north(i);
        double drift = length(b.east(i + 1) - a.east(i + 1) - e, b.north(i + 1) - a.north(i + 1) - n);
        double circles = length(e, n) - reachA - reachB;
        if (!(circles <= drift)) {
            return 2;
        }
        double turnA = Headings.turn(a.heading(i), a.heading(i + 1));
        double turnB = Headings.turn(b.heading(i), b.heading(i + 1));
        double closing = drift + Math.toRadians(Math.abs(turnA)) * reachA + Math.toRadians(Math.abs(turnB)) * reachB;
        double share = Math.max(0, circles) / Math.max(drift, TOUCH);
        while (share <= 1) {
            double gap = gapAt(i, share, turnA, turnB);
            if (gap <= TOUCH) {
                return share;
            }
            share += gap / closing;
        }
        return share;
    }

    /** Many times faster than {@link Math#hypot}, which cares for sizes that no site has. */
    private static double length(double e, double n) {
        return Math.sqrt(e * e + n * n);
    }

    private double gapAt(int i, double share, double turnA, double turnB) {
        int next = Math.min(i + 1, Math.min(a.size(), b.size()) - 1);
        double e = b.east(i) - a.east(i);
        double n = b.north(i) - a.north(i);
        return Bodies.gap(
                e + share * (b.east(next) - a.east(next) - e),
                n + share * (b.north(next) - a.north(next) - n),
                Math.toRadians(a.heading(i) + share * turnA),
                a.length() / 2 + margin,
                a.width() / 2 + margin,
                Math.toRadians(b.heading(i) + share * turnB),
                b.length() / 2,
                b.width() / 2);
    }
}
