package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.session.Credentials.Standing;

/**
 * Whether the broker takes a new certificate.
 *
 * @param begun how the session was when it came into use: what was dialled before may know the old one
 */
record Trial(Standing begun) {
    /** Refusals in a row after which the certificate before is taken again. */
    private static final int MOST_REFUSALS = 3;

    /** Of an identity that this process found so: all that it dials knows the new one. */
    static Trial found() {
        return new Trial(new Standing(0, false, 0));
    }

    boolean isWon(Standing now) {
        return now.stands() && now.connection() > begun.connection();
    }

    boolean isLost(Standing now) {
        return now.refusals() - begun.refusals() >= MOST_REFUSALS;
    }
}
