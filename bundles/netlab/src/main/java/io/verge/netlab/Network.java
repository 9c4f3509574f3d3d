package io.verge.netlab;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A profile at work: both directions, which go down together. The same profile and seed do the same. One thread. */
public final class Network {
    private final Link up;
    private final Link down;
    private final Mischief mischief;
    private final RandomGenerator random;

    public Network(Profile profile, long seed) {
        SplittableRandom all = new SplittableRandom(seed);
        mischief = profile.mischief();
        Schedule schedule = new Schedule(profile.outages(), all.split());
        up = new Link(profile.up(), mischief, schedule, all.split());
        down = new Link(profile.down(), mischief, schedule, all.split());
        random = all.split();
    }

    /** From the box to the cloud. */
    public Link up() {
        return up;
    }

    /** From the cloud to the box. */
    public Link down() {
        return down;
    }

    /** What it does beside being slow. */
    Mischief mischief() {
        return mischief;
    }

    /** Nanoseconds after which a connection that begins now is reset; {@link Passage#NEVER} when it is not. */
    long lifetime() {
        return mischief.reset().isZero()
                ? Passage.NEVER
                : (long) (-Math.log(1 - random.nextDouble()) * mischief.reset().toNanos());
    }

    /** Which octet of so many is another one in a corrupt datagram. */
    int victim(int octets) {
        return random.nextInt(octets);
    }
}
