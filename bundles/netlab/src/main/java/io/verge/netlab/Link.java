package io.verge.netlab;

import io.verge.netlab.Passage.Fate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One direction of a network. Pure: what it says follows from the seed and from what was offered when; it waits for nothing and reads no
 * clock. Octets go into a queue before the transmitter, through it at its rate, and come out after the delay. Instants are nanoseconds since
 * the link began, and do not go back from one offer to the next. One thread.
 */
public final class Link {
    private static final long MILLI = 1_000_000L;
    /** A sender waits so long for an acknowledgement at least, and at most (RFC 6298; the first as Linux does it). */
    private static final long SHORTEST_WAIT = 200 * MILLI;

    private static final long LONGEST_WAIT = 120_000 * MILLI;
    /** After so long a time without one it gives up (Linux, 15 retries). */
    private static final long PATIENCE = 924_600 * MILLI;

    private final Direction direction;
    private final Mischief mischief;
    private final Schedule schedule;
    private final Rate rate;
    private final Losses losses;
    private final RandomGenerator random;
    private final long firstWait;
    /** When the transmitter has sent all that is in the queue. */
    private long free;

    Link(Direction direction, Mischief mischief, Schedule schedule, SplittableRandom random) {
        this.direction = direction;
        this.mischief = mischief;
        this.schedule = schedule;
        rate = new Rate(direction, random.split());
        losses = new Losses(direction.loss(), random.split());
        this.random = random;
        long roundTrip = 2 * direction.delay().toNanos();
        firstWait = Math.max(SHORTEST_WAIT, roundTrip + 4 * direction.jitter().toNanos());
    }

    /** What becomes of a datagram of so many octets. */
    public Passage datagram(int octets, long now) {
        if (schedule.clear(now) > now) {
            return Passage.none(Fate.OUTAGE);
        }
        if (waiting(now) + octets > direction.queue()) {
            return Passage.none(Fate.QUEUE_FULL);
        }
        long sent = transmit(octets, now);
        if (losses.next()) {
            return Passage.none(Fate.LOST);
        }
        long late = random.nextDouble() < mischief.reorder() ? delay() + 10 * MILLI : 0;
        boolean twice = random.nextDouble() < mischief.duplicate();
        boolean corrupt = random.nextDouble() < mischief.corrupt();
        long arrival = sent + delay() + late;
        return new Passage(Fate.PASSED, arrival, twice ? sent + 2 * delay() + MILLI : Passage.NEVER, corrupt);
    }

    /**
     * When a segment of a TCP connection has arrived. TCP hides losses: what its reader sees is a stall. A segment that the radio loses is sent
     * again after one retransmission timeout; one that finds the link down is sent again after timeouts that double, so that the sender is still
     * silent for a while when the link is there again. A TCP whose receiver reports gaps is quicker over the first kind.
     *
     * @return {@link Passage#NEVER} when its sender gives the connection up
     */
    public long segment(int octets, long now) {
        boolean down = schedule.clear(now) > now;
        boolean lost = down;
        long sent = now + duration(octets, now);
        if (!down) {
            sent = transmit(octets, now);
            lost = losses.next();
        }
        long wait = firstWait;
        while (lost) {
            sent += wait;
            if (sent - now > PATIENCE) {
                return Passage.NEVER;
            }
            down = schedule.clear(sent) > sent;
            wait = down ? Math.min(2 * wait, LONGEST_WAIT) : firstWait;
            lost = down || losses.later();
        }
        return sent + delay();
    }

    /** Octets in the queue before the transmitter. */
    public long waiting(long now) {
        long behind = free - now;
        return behind <= 0 ? 0 : (long) (behind * (direction.bitsPerSecond() / 8e9));
    }

    /** Nanoseconds for which the transmitter works on so many octets. */
    long duration(int octets, long now) {
        return rate.time(octets, now);
    }

    /** The first instant, not before this one, at which the link is up. */
    public long clear(long now) {
        return schedule.clear(now);
    }

    /** How long a sender waits for an acknowledgement before it sends again. */
    long firstWait() {
        return firstWait;
    }

    /** Octets that may wait. */
    int room() {
        return direction.queue();
    }

    private long transmit(int octets, long now) {
        free = Math.max(free, now) + rate.time(octets, now);
        return free;
    }

    private long delay() {
        long jitter = direction.jitter().toNanos();
        long delay = direction.delay().toNanos();
        return jitter == 0 ? delay : Math.max(0, delay + random.nextLong(-jitter, jitter + 1));
    }
}
