package io.verge.transfer;

import java.time.Duration;

/**
 * How patient a box is with its sources.
 *
 * @param window pieces that one request asks for at most
 * @param shortestWait after a failure, before jitter; doubles with each that follows without an octet in between
 * @param longestWait before jitter
 * @param leastRate octets a second; a source that gives less over {@link #patience} is left and asked anew
 * @param patience time of waiting for octets over which the rate is judged
 * @param mostCorrupt so often in a row a piece may come with a wrong hash before the source is given up
 */
public record FetchRules(
        int window, Duration shortestWait, Duration longestWait, long leastRate, Duration patience, int mostCorrupt) {
    /** Two pieces; 15 s to 15 min; 256 octets a second over a minute; five corrupt ones. */
    public static final FetchRules DEFAULT =
            new FetchRules(2, Duration.ofSeconds(15), Duration.ofMinutes(15), 256, Duration.ofMinutes(1), 5);

    public FetchRules {
        if (window < 1 || leastRate < 0 || mostCorrupt < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("no rules of fetching: window " + window + ", least rate " + leastRate);
        }
        if (shortestWait.isNegative() || shortestWait.isZero() || longestWait.compareTo(shortestWait) < 0) {
            throw new IllegalArgumentException("waits from " + shortestWait + " to " + longestWait);
        }
    }
}
