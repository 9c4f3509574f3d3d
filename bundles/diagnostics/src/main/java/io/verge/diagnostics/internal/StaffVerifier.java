package io.verge.diagnostics.internal;

import java.net.InetSocketAddress;
import java.security.cert.CertPath;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Asks {@link Staff} of each certificate in a handshake. */
final class StaffVerifier extends PathVerifier {
    private final Staff staff;
    private final Witness witness;

    StaffVerifier(Staff staff, Witness witness) {
        this.staff = staff;
        this.witness = witness;
    }

    @Override
    void verify(@Nullable CertPath path, InetSocketAddress remote) throws CertificateException {
        try {
            staff.verify(path);
        } catch (CertificateException e) {
            witness.refusedLogin(remote.getHostString(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    public List<X500Principal> getAcceptedIssuers() {
        return staff.content().trusted().stream()
                .map(X509Certificate::getSubjectX500Principal)
                .toList();
    }
}
