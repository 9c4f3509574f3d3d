package io.verge.agent.remote;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a person, which the operator's authority has made for some hours: one PKCS#12 with the key, the certificate and
 * that of the authority behind it.
 *
 * @param chain the person's certificate first
 * @param authority who made it, and the box's too
 */
record Login(PrivateKey key, List<Certificate> chain, X509Certificate authority) {
    /** @param password file that holds it; null to ask */
    static Login read(Path file, @Nullable Path password) throws RemoteException {
        try {
            char[] secret = password == null ? ask(file) : text(password);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, secret);
            }
            return of(store, secret, file);
        } catch (NoSuchFileException e) {
            throw new RemoteException("there is no file " + e.getMessage());
        } catch (IOException | GeneralSecurityException e) {
            throw new RemoteException(file + " cannot be used: " + e.getMessage());
        }
    }

    private static Login of(KeyStore store, char[] secret, Path file) throws GeneralSecurityException, RemoteException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, secret) instanceof PrivateKey key) {
                List<Certificate> chain = List.of(store.getCertificateChain(alias));
                if (chain.get(chain.size() - 1) instanceof X509Certificate last && last.getBasicConstraints() >= 0) {
                    // The box has the authority's certificate itself.
                    return new Login(key, List.copyOf(chain.subList(0, chain.size() - 1)), last);
                }
                throw new RemoteException(
                        file + " does not end with the authority's certificate, by which you know the box");
            }
        }
        throw new RemoteException(file + " has no key");
    }

    private static char[] text(Path password) throws IOException {
        return Files.readString(password, StandardCharsets.UTF_8).strip().toCharArray();
    }

    @SuppressWarnings(
            "SystemConsoleNull") // a console of newer Java that is none gives no password, which is told as well
    private static char[] ask(Path file) throws RemoteException {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("Password of %s: ", file);
        if (answer == null) {
            throw new RemoteException("the password of " + file + " is not known: name a file with --login-password");
        }
        return answer;
    }

    /** To come with this certificate, and to take none but a box of the same authority. */
    void use(DtlsConnectorConfig.Builder dtls) {
        // A box is reached by an address that changes, and its certificate has its name.
        dtls.set(DtlsConfig.DTLS_VERIFY_SERVER_CERTIFICATES_SUBJECT, false)
                .setCertificateIdentityProvider(
                        new SingleCertificateProvider(key, chain.toArray(Certificate[]::new), CertificateType.X_509))
                .setAdvancedCertificateVerifier(StaticNewAdvancedCertificateVerifier.builder()
                        .setTrustedCertificates(authority)
                        .build());
    }
}
