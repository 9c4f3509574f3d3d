package io.verge.authority.rollout.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Pem;
import io.verge.mqtt.TlsFiles;
import io.verge.testkit.ManualClock;
import io.verge.transfer.source.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server for which the authority vouches. Certificates are judged by the machine's clock, so they are made by it. */
class HawkbitTlsTest {
    private final Random random = new Random(5);

    @TempDir
    private Path folder = Path.of("");

    private FakeHawkbit hawkbit;

    @BeforeEach
    void begin() throws Exception {
        KeyFile authority = CertificateAuthority.create(Keys.p256(), "wuhan", Instant.now(), random);
        Files.writeString(folder.resolve("ca.pem"), Pem.certificates(authority.chain()));
        Files.writeString(folder.resolve("user"), "admin:admin");
        Files.setPosixFilePermissions(folder.resolve("user"), PosixFilePermissions.fromString("rw-------"));
        hawkbit = FakeHawkbit.secure(server(new CertificateAuthority(authority, random)));
    }

    @AfterEach
    void end() {
        hawkbit.close();
    }

    @Test
    void itIsSpokenToWhenTheAuthorityVouchesForIt() throws Exception {
        assertThat(management(folder.resolve("ca.pem")).list("targets")).isEmpty();
    }

    @Test
    void whoIsNotVouchedForIsShownNoPassword() throws Exception {
        Management management = management(null);

        assertThatIOException().isThrownBy(() -> management.get("targets")).withMessageContaining("certification path");
        assertThat(hawkbit.calls()).isEmpty();
    }

    private Management management(@Nullable Path trust) throws IOException {
        HawkbitAccess access =
                new HawkbitAccess(hawkbit.uri(), folder.resolve("user"), new TlsFiles(null, null, trust));
        return new Management(new Http(access.settings(), ManualClock.standing()), access.base());
    }

    private static SSLContext server(CertificateAuthority authority) throws Exception {
        KeyPair pair = Keys.p256();
        List<X509Certificate> chain = authority.issue(
                new Subject("localhost", "", ""),
                pair.getPublic(),
                Purpose.SERVICE,
                Purpose.SERVICE.usual(),
                Instant.now());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", pair.getPrivate(), new char[0], chain.toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
