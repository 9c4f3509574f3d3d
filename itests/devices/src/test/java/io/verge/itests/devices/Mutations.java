package io.verge.itests.devices;

import java.util.Arrays;
import java.util.Random;

/** What a bad link, a bad disk or a careless hand does to octets. The same seed does the same. */
public final class Mutations {
    private static final int MOST = 8;
    private static final int LONGEST = 64;

    private final Random random;

    /** Of this seed. */
    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 to less than the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A stretch of at most that many octets, from anywhere. */
    public byte[] stretch(byte[] octets, int most) {
        if (octets.length <= most) {
            return octets.clone();
        }
        int from = below(octets.length - most + 1);
        return Arrays.copyOfRange(octets, from, from + most);
    }

    /** The same octets after one to eight mutations. */
    public byte[] of(byte[] octets) {
        byte[] mutated = octets;
        for (int left = 1 + below(MOST); left > 0; left--) {
            mutated = once(mutated);
        }
        return mutated;
    }

    private byte[] once(byte[] octets) {
        int at = below(octets.length + 1);
        int length = Math.min(octets.length - at, 1 + below(LONGEST));
        byte[] before = Arrays.copyOf(octets, at);
        byte[] there = Arrays.copyOfRange(octets, at, at + length);
        byte[] after = Arrays.copyOfRange(octets, at + length, octets.length);
        return switch (below(5)) {
            case 0 -> Seeds.join(before, flipped(there), after);
            case 1 -> Seeds.join(before, after);
            case 2 -> Seeds.join(before, there, there, after);
            case 3 -> Seeds.join(before, noise(), there, after);
            default -> Seeds.join(before, noise(), after);
        };
    }

    private byte[] flipped(byte[] octets) {
        if (octets.length > 0) {
            int at = below(octets.length);
            octets[at] = (byte) (octets[at] ^ (1 << below(8)));
        }
        return octets;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + below(LONGEST)];
        random.nextBytes(noise);
        return noise;
    }
}
