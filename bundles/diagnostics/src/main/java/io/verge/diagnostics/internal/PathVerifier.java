package io.verge.diagnostics.internal;

import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.util.List;
import org.eclipse.californium.scandium.dtls.AlertMessage;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertDescription;
import org.eclipse.californium.scandium.dtls.AlertMessage.AlertLevel;
import org.eclipse.californium.scandium.dtls.CertificateMessage;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.CertificateVerificationResult;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeException;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.x509.NewAdvancedCertificateVerifier;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/** What a handshake asks about certificates, as one question that is answered at once. On the thread of the connector. */
abstract class PathVerifier implements NewAdvancedCertificateVerifier {
    /**
     * Verifies what somebody shows.
     *
     * @param path null for nothing
     * @param remote who shows it
     * @throws GeneralSecurityException says why it is not good
     */
    abstract void verify(@Nullable CertPath path, InetSocketAddress remote) throws GeneralSecurityException;

    @Override
    public final List<CertificateType> getSupportedCertificateTypes() {
        return List.of(CertificateType.X_509);
    }

    @Override
    public final CertificateVerificationResult verifyCertificate(
            ConnectionId connection,
            @Nullable ServerNames names,
            InetSocketAddress remote,
            boolean clientUsage,
            boolean verifySubject,
            boolean truncatePath,
            CertificateMessage message) {
        CertPath path = message.getCertificateChain();
        try {
            verify(path, remote);
            return new CertificateVerificationResult(connection, path, null);
        } catch (GeneralSecurityException e) {
            AlertMessage alert = new AlertMessage(AlertLevel.FATAL, AlertDescription.BAD_CERTIFICATE);
            return new CertificateVerificationResult(
                    connection, new HandshakeException(String.valueOf(e.getMessage()), alert), null);
        }
    }

    @Override
    public final void setResultHandler(HandshakeResultHandler handler) {
        // Results are given at once.
    }
}
