package io.verge.authority.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is to be replaced: once less than a third of its life is left, so that a box that is offline for weeks still has
 * time for it.
 *
 * @param due from then on
 * @param expires when it cannot be used any more
 */
public record Renewal(Instant due, Instant expires) {
    private static final int PART = 3;

    /** How urgent it is. */
    public enum State {
        /** Nothing to do. */
        FRESH,
        /** To be replaced now; it can still be used. */
        DUE,
        /** Too late: nobody takes it any more. */
        EXPIRED
    }

    /** Of a certificate. */
    public static Renewal of(X509Certificate certificate) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        return new Renewal(end.minus(Duration.between(start, end).dividedBy(PART)), end);
    }

    /** At a time. */
    public State at(Instant now) {
        if (!now.isBefore(expires)) {
            return State.EXPIRED;
        }
        return now.isBefore(due) ? State.FRESH : State.DUE;
    }
}
