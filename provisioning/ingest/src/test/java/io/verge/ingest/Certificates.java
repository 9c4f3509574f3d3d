package io.verge.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** An authority for a test, and those it vouches for. Made by the JDK's keytool. */
final class Certificates {
    static final String PASSWORD = "for-the-test";

    private final Path folder;

    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.writeString(passwordFile(), PASSWORD + "\n");
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=test authority",
                "-ext",
                "bc:c",
                "-keyalg",
                "EC",
                "-keystore",
                store("ca"));
        keytool("-exportcert", "-rfc", "-alias", "ca", "-file", trust().toString(), "-keystore", store("ca"));
    }

    /** PKCS#12 with a key, its certificate of this CN for 127.0.0.1, and the authority. */
    Path issue(String name) throws Exception {
        String request = folder.resolve(name + ".csr").toString();
        String certificate = folder.resolve(name + ".pem").toString();
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-keystore", store(name));
        keytool("-certreq", "-alias", name, "-file", request, "-keystore", store(name));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-keystore",
                store("ca"));
        join(name);
        return Path.of(store(name));
    }

    /** Puts certificate and authority beside the key. */
    private void join(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(Path.of(store(name)).toFile(), PASSWORD.toCharArray());
        Key key = store.getKey(name, PASSWORD.toCharArray());
        Certificate authority = read(trust());
        store.setKeyEntry(
                name, key, PASSWORD.toCharArray(), new Certificate[] {read(folder.resolve(name + ".pem")), authority});
        store.setCertificateEntry("ca", authority);
        try (OutputStream out = Files.newOutputStream(Path.of(store(name)))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The key of one that was issued, as brokers read it. */
    Path key(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(Path.of(store(name)).toFile(), PASSWORD.toCharArray());
        Key key = store.getKey(name, PASSWORD.toCharArray());
        String text = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(key.getEncoded());
        return Files.writeString(
                folder.resolve(name + ".key"),
                "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    Path trust() {
        return folder.resolve("ca.pem");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    private String store(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Collections.addAll(command, arguments);
        Collections.addAll(command, "-storetype", "PKCS12", "-storepass", PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
    }
}
