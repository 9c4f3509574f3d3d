package io.verge.netlab;

import java.time.Duration;

/**
 * One direction of a link when it is up.
 *
 * @param bitsPerSecond mean rate, 1 or more
 * @param variation of the rate: standard deviation of its logarithm, 0 for a constant rate
 * @param delay without queue, one way
 * @param jitter by which the delay is shorter or longer at most, one way
 * @param queue octets that wait before the link, 1,500 or more: what makes minutes of delay of a full modem ("bufferbloat")
 */
public record Direction(long bitsPerSecond, double variation, Duration delay, Duration jitter, int queue, Burst loss) {
    private static final int LARGEST_PACKET = 1_500;

    public Direction {
        if (bitsPerSecond < 1 || variation < 0 || delay.isNegative() || jitter.isNegative() || queue < LARGEST_PACKET) {
            throw new IllegalArgumentException("no direction of a link: " + bitsPerSecond + " bit/s, variation "
                    + variation + ", delay " + delay + " ± " + jitter + ", queue " + queue);
        }
    }

    /** Of kilobits a second, milliseconds of the round trip, half of which is this way's, and packets of 1,500 octets in the queue. */
    static Direction of(int kilobits, int roundTrip, int jitter, int packets, Burst loss) {
        Duration oneWay = Duration.ofMillis(roundTrip).dividedBy(2);
        Duration half = Duration.ofMillis(jitter).dividedBy(2);
        return new Direction(kilobits * 1_000L, 0, oneWay, half, packets * LARGEST_PACKET, loss);
    }

    /** The same with a rate that varies from second to second. */
    Direction varying(double deviation) {
        return new Direction(bitsPerSecond, deviation, delay, jitter, queue, loss);
    }
}
