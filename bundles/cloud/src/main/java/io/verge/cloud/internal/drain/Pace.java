package io.verge.cloud.internal.drain;

import java.time.Duration;

/**
 * How fast what has waited may go. The link is measured by what was acknowledged; the backlog gets its share of that rate, as
 * tokens, and a window that opens by one message a round trip and halves when round trips grow long (AIMD), so that what it has
 * put into the modem's queue never holds up a live record for long. Octets and nanoseconds; one thread.
 */
public final class Pace {
    /** A round trip longer than this, or than three of the shortest, means a queue on the way. */
    static final long LONG_ROUND_TRIP = Duration.ofSeconds(1).toNanos();

    /** One message takes no longer on the way than this. */
    private static final double MESSAGE_SECONDS = 0.25;

    private static final double NANOS = 1e9;
    private static final int LEAST_MESSAGE = 2048;
    private static final int FIRST_MESSAGE = 16_384;
    private static final long GREATEST_WINDOW = 4 << 20;
    private static final double NEW = 0.25;

    private final double share;
    private final int greatestMessage;

    private double rate = Double.NaN;
    private long shortest = Long.MAX_VALUE;
    private double window;
    private double tokens;
    private long refilled;
    private long halved = Long.MIN_VALUE;
    private long acknowledged;
    private boolean heldUp;

    /**
     * For one link.
     *
     * @param share above 0, at most 1
     * @param greatestMessage octets
     */
    public Pace(double share, int greatestMessage) {
        this.share = share;
        this.greatestMessage = greatestMessage;
        this.window = 2.0 * message();
    }

    /** Begins a session: another link, perhaps. */
    void begin(long now) {
        rate = Double.NaN;
        shortest = Long.MAX_VALUE;
        window = 2.0 * message();
        tokens = window;
        refilled = now;
        halved = Long.MIN_VALUE;
        heldUp = false;
    }

    /** Octets of records that one message should have. */
    int message() {
        if (Double.isNaN(rate)) {
            return Math.min(FIRST_MESSAGE, greatestMessage);
        }
        return (int)
                Math.max(Math.min(LEAST_MESSAGE, greatestMessage), Math.min(greatestMessage, rate * MESSAGE_SECONDS));
    }

    /** Whether the last that was acknowledged has waited in a queue on the way. */
    boolean heldUp() {
        return heldUp;
    }

    /** Octets a second as measured; NaN before the first measurement. */
    double rate() {
        return rate;
    }

    /** All octets acknowledged so far: to be given back to {@link #acknowledged} with the message that is sent now. */
    long mark() {
        return acknowledged;
    }

    /**
     * Whether a message of the backlog may go.
     *
     * @param inFlight octets of the backlog on their way
     */
    boolean allows(long now, long inFlight) {
        refill(now);
        return tokens > 0 && open(inFlight);
    }

    /** Whether anything that is not critical may go: what is ahead of it would hold up what is. */
    boolean open(long inFlight) {
        return inFlight < window;
    }

    /** Nanoseconds until {@link #allows} may say yes for want of tokens; 0 when it is not for want of them. */
    long dueIn(long now) {
        refill(now);
        return tokens > 0 ? 0 : (long) Math.ceil((1 - tokens) / income() * NANOS);
    }

    /** Octets a second for the backlog; until the link is measured its first window. */
    private double income() {
        return Double.isNaN(rate) ? 2.0 * FIRST_MESSAGE : rate * share;
    }

    private void refill(long now) {
        double earned = (now - refilled) / NANOS * income();
        refilled = now;
        // No more than a second's worth is saved up, or the share would come in bursts.
        double most = Math.max(greatestMessage, income());
        tokens = Math.min(most, tokens + Math.max(0, earned));
    }

    /** A message of the backlog went. */
    void spend(int octets) {
        tokens -= octets;
    }

    /**
     * A message arrived.
     *
     * @param mark as it was when it was sent
     */
    void acknowledged(long sent, long now, int octets, long mark) {
        acknowledged += octets;
        long took = Math.max(1, now - sent);
        shortest = Math.min(shortest, took);
        double seen = (acknowledged - mark) * NANOS / took;
        heldUp = took > Math.max(LONG_ROUND_TRIP, 3 * shortest);
        if (heldUp) {
            congested(sent, now, seen);
        } else {
            // A short message, or a lone one, does not fill the link: only a higher rate tells something.
            rate = Double.isNaN(rate) || seen > rate ? seen : rate;
            window = Math.min(GREATEST_WINDOW, window + (double) message() * octets / window);
        }
    }

    /** Halves once for each round trip, not for each message of it. */
    private void congested(long sent, long now, double seen) {
        rate = Double.isNaN(rate) ? seen : rate + NEW * (Math.min(seen, rate) - rate);
        if (halved == Long.MIN_VALUE || sent - halved >= 0) {
            halved = now;
            window = Math.max(message(), window / 2);
        }
    }
}
