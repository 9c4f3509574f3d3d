package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Subject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Whether a certificate that came is the one that was asked for. Neither the broker nor the topic is believed, only what was signed.
 *
 * @param key that waits for its certificate
 * @param present what is in use, and so who the box is
 * @param trusted the authorities of the profile; when there is none, the one behind the present certificate counts
 * @param named what the profile calls the box
 * @param now the last sure time
 */
record Acceptance(PublicKey key, Identity present, List<X509Certificate> trusted, String named, Instant now) {
    /**
     * Judges one.
     *
     * @param chain from anybody: the box's first, then the authority's
     * @throws RefusedException when it is not to be used; says why
     */
    void check(List<X509Certificate> chain) throws RefusedException {
        if (chain.size() < 2) {
            throw new RefusedException("the authority's certificate does not follow the box's");
        }
        X509Certificate own = chain.get(0);
        if (!own.getPublicKey().equals(key)) {
            throw new RefusedException("it is for another key than the one that waits");
        }
        checkSubject(own);
        checkAuthority(own, chain.get(1));
        Instant end = own.getNotAfter().toInstant();
        if (!end.isAfter(present.certificate().getNotAfter().toInstant())) {
            throw new RefusedException("it ends on " + end + ", and not later than the present one");
        }
    }

    private void checkSubject(X509Certificate own) throws RefusedException {
        Subject before = present.subject();
        if (!before.isClaim()) {
            if (!own.getSubjectX500Principal().equals(present.certificate().getSubjectX500Principal())) {
                throw new RefusedException("it speaks of another than this box");
            }
            return;
        }
        Subject given = Subject.of(own);
        if (given.box().isEmpty() || Subject.isNoName(given.box())) {
            throw new RefusedException("it gives the box no name");
        }
        if (!before.tenant().isEmpty() && !given.tenant().equals(before.tenant())) {
            throw new RefusedException("it is of the tenant " + given.tenant() + ", and the claim is of another");
        }
        if (!Subject.isNoName(named) && !given.box().equals(named)) {
            throw new RefusedException("it calls the box " + given.box() + ", and the profile calls it " + named
                    + ": correct one of them (box: id)");
        }
    }

    private void checkAuthority(X509Certificate own, X509Certificate authority) throws RefusedException {
        List<X509Certificate> chain = present.chain();
        List<X509Certificate> known = trusted.isEmpty() ? chain.subList(1, chain.size()) : trusted;
        if (!known.contains(authority)) {
            throw new RefusedException("its authority is not one that the box trusts (cloud: trust)");
        }
        try {
            // A clock that is late takes what begins in its future for begun.
            Instant begin = own.getNotBefore().toInstant();
            Date date = Date.from(now.isBefore(begin) ? begin : now);
            authority.checkValidity(date);
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            rules.setRevocationEnabled(false);
            rules.setDate(date);
            var unused = CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(own)), rules);
        } catch (GeneralSecurityException e) {
            throw new RefusedException("it is not valid: " + e.getMessage(), e);
        }
    }
}
