package io.verge.itests.cloud;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An operator's authority, and the files that it has made: in folders of those who use them, each with the password {@code secret}. */
final class City {
    static final String TENANT = "wuhan";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final CertificateAuthority authority;

    City(Path folder) throws Exception {
        this.folder = folder;
        authority = new CertificateAuthority(
                CertificateAuthority.create(Keys.p256(), "city", Instant.now(), random), random);
        Files.writeString(trust(), Pem.certificates(List.of(authority.certificate())));
        Files.writeString(password(), "secret\n");
    }

    CertificateAuthority authority() {
        return authority;
    }

    Path trust() {
        return folder.resolve("ca.pem");
    }

    Path password() {
        return folder.resolve("password");
    }

    /** Key and certificate in a file, where a box has them. */
    Path identity(Subject subject, Purpose purpose, Duration life) throws Exception {
        return identity(subject, purpose, life, Instant.now());
    }

    /** The same, made some time ago. */
    Path identity(Subject subject, Purpose purpose, Duration life, Instant made) throws Exception {
        Path file = Files.createDirectories(folder.resolve(subject.name())).resolve("identity.p12");
        issue(subject, purpose, life, made).replace(file, "secret".toCharArray());
        return file;
    }

    private KeyFile issue(Subject subject, Purpose purpose, Duration life, Instant made) throws Exception {
        KeyPair pair = Keys.p256();
        return new KeyFile(pair.getPrivate(), authority.issue(subject, pair.getPublic(), purpose, life, made));
    }

    /** A broker on this computer, that knows clients by their certificates alone, with the rules of the contract. */
    Mosquitto broker() throws Exception {
        KeyFile server = issue(new Subject("localhost", "", ""), Purpose.SERVICE, Duration.ofDays(1), Instant.now());
        Path certificate = Files.writeString(folder.resolve("server.pem"), Pem.certificates(server.chain()));
        Path key = Files.writeString(
                folder.resolve("server.key"),
                Pem.text("PRIVATE KEY", server.key().getEncoded()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new Mosquitto(
                folder,
                "tls_version tlsv1.3\n"
                        + "require_certificate true\n"
                        + "use_identity_as_username true\n"
                        + "allow_anonymous false\n"
                        + "cafile "
                        + trust() + "\ncertfile " + certificate + "\nkeyfile " + key + "\nacl_file " + rules() + "\n");
    }

    private static Path rules() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path rules = at.resolve("docs/cloud/config/mosquitto.acl");
            if (Files.exists(rules)) {
                return rules;
            }
        }
        throw new IllegalStateException(
                "docs/cloud/config is above no folder of " + Path.of("").toAbsolutePath());
    }
}
