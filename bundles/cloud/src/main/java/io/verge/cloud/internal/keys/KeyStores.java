package io.verge.cloud.internal.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Files with keys and certificates, as Java has them. */
public final class KeyStores {
    private static final String TYPE = "PKCS12";

    private KeyStores() {}

    static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    /** What is in a PKCS#12 file. */
    public static KeyStore pkcs12(InputStream in, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(in, password);
        return store;
    }

    /**
     * Certificates that are trusted.
     *
     * @param file tells by its name whether they are PEM or PKCS#12
     * @param password of PKCS#12
     */
    public static KeyStore trusted(Path file, InputStream in, char[] password)
            throws IOException, GeneralSecurityException {
        if (!file.toString().endsWith(".pem") && !file.toString().endsWith(".crt")) {
            return pkcs12(in, password);
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }

    /** All certificates of a store. */
    public static List<X509Certificate> certificates(KeyStore store) throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            all.add(store.getCertificate(alias));
        }
        return x509(all);
    }

    static List<X509Certificate> x509(Collection<Certificate> certificates) {
        List<X509Certificate> all = new ArrayList<>();
        for (Certificate certificate : certificates) {
            if (certificate instanceof X509Certificate one) {
                all.add(one);
            }
        }
        return all;
    }
}
