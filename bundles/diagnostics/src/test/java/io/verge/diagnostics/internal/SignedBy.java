package io.verge.diagnostics.internal;

import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Takes whoever shows a certificate of an authority, at whatever time: the tests have a clock of their own. */
final class SignedBy extends PathVerifier {
    private final X509Certificate authority;

    SignedBy(X509Certificate authority) {
        this.authority = authority;
    }

    @Override
    void verify(@Nullable CertPath path, InetSocketAddress remote) throws GeneralSecurityException {
        Objects.requireNonNull(path).getCertificates().get(0).verify(authority.getPublicKey());
    }

    @Override
    public List<X500Principal> getAcceptedIssuers() {
        return List.of();
    }
}
