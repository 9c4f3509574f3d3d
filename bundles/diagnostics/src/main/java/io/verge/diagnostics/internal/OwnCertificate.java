package io.verge.diagnostics.internal;

import java.security.cert.Certificate;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.eclipse.californium.scandium.dtls.CertificateIdentityResult;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.SignatureAndHashAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite.CertificateKeyAlgorithm;
import org.eclipse.californium.scandium.dtls.cipher.XECDHECryptography.SupportedGroup;
import org.eclipse.californium.scandium.dtls.x509.CertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/** What the box shows of itself: the certificate that it has now, for it is renewed while the door is open. */
final class OwnCertificate implements CertificateProvider {
    private final Staff staff;

    OwnCertificate(Staff staff) {
        this.staff = staff;
    }

    private SingleCertificateProvider now() {
        StaffFiles.Content content = staff.content();
        return new SingleCertificateProvider(
                content.key(), content.chain().toArray(Certificate[]::new), CertificateType.X_509);
    }

    @Override
    public List<CertificateKeyAlgorithm> getSupportedCertificateKeyAlgorithms() {
        return now().getSupportedCertificateKeyAlgorithms();
    }

    @Override
    public List<CertificateType> getSupportedCertificateTypes() {
        return now().getSupportedCertificateTypes();
    }

    @Override
    public CertificateIdentityResult requestCertificateIdentity(
            ConnectionId connection,
            boolean client,
            @Nullable List<X500Principal> issuers,
            @Nullable ServerNames names,
            @Nullable List<CertificateKeyAlgorithm> algorithms,
            @Nullable List<SignatureAndHashAlgorithm> signatures,
            @Nullable List<SupportedGroup> curves) {
        return now().requestCertificateIdentity(connection, client, issuers, names, algorithms, signatures, curves);
    }

    @Override
    public void setResultHandler(HandshakeResultHandler handler) {
        // Results are given at once.
    }
}
