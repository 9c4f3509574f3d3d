package io.verge.trust;

import java.time.Duration;

/**
 * What a client takes at most, whatever the metadata says.
 *
 * @param metadata octets of one file of metadata
 * @param depth objects and arrays within each other
 * @param delegations delegated roles that are asked for one path
 * @param rotations roots that are followed in one refresh
 * @param grace how much later than its expiry a role may be used that was carried here and says so
 */
public record Limits(int metadata, int depth, int delegations, int rotations, Duration grace) {
    /** 2 MiB, 32 deep, 32 delegations, 256 roots, 30 days. */
    public static final Limits USUAL = new Limits(2 << 20, 32, 32, 256, Duration.ofDays(30));

    public Limits {
        if (metadata < 1 || depth < 1 || delegations < 0 || rotations < 0 || grace.isNegative()) {
            throw new IllegalArgumentException("limits of metadata must not be negative");
        }
    }
}
