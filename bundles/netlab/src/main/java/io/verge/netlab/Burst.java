package io.verge.netlab;

/**
 * Losses that come in bursts, after Gilbert and Elliott: packets find the link in a good or a bad state.
 *
 * @param worsens probability that a good state turns bad, a packet
 * @param recovers probability that a bad state turns good, a packet: 1 over the mean length of a burst
 * @param good probability of loss in the good state
 * @param bad probability of loss in the bad state
 */
public record Burst(double worsens, double recovers, double good, double bad) {
    /** Nothing is lost. */
    public static final Burst NONE = new Burst(0, 1, 0, 0);

    public Burst {
        if (!probability(worsens) || !probability(recovers) || !probability(good) || !probability(bad)) {
            throw new IllegalArgumentException("probabilities are from 0 to 1");
        }
    }

    /** Losses that know nothing of each other. */
    public static Burst independent(double loss) {
        return new Burst(0, 1, loss, 0);
    }

    /** Share of time in the bad state. */
    public double badShare() {
        return worsens == 0 ? 0 : worsens / (worsens + recovers);
    }

    /** Loss in the long run. */
    public double mean() {
        return badShare() * bad + (1 - badShare()) * good;
    }

    private static boolean probability(double p) {
        return p >= 0 && p <= 1;
    }
}
