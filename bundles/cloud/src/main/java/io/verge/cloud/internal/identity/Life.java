package io.verge.cloud.internal.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is to be replaced: the same rule as {@code verge-provision renew} has.
 *
 * @param due when a third of its life is left: from then on the box asks
 * @param late when a tenth is left: people should know
 * @param expires when nobody takes it any more
 */
record Life(Instant due, Instant late, Instant expires) {
    private static final int THIRD = 3;
    private static final int TENTH = 10;

    static Life of(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration whole = Duration.between(certificate.getNotBefore().toInstant(), end);
        return new Life(end.minus(whole.dividedBy(THIRD)), end.minus(whole.dividedBy(TENTH)), end);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    boolean isLate(Instant now) {
        return !now.isBefore(late);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }
}
