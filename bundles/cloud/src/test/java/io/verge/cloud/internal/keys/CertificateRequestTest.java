package io.verge.cloud.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that the box makes, and the certificates that it gives itself, as others read them. */
@Timeout(60)
class CertificateRequestTest {
    private static final X500Principal BOX = new X500Principal("CN=box-17,O=wuhan");

    private final KeyPair pair = BoxKey.generate();

    @TempDir
    private Path folder = Path.of("");

    /** How openssl ended, and what it said. */
    private record Said(int code, String text) {}

    private Said openssl(String... words) throws IOException, InterruptedException {
        assumeTrue(isOnPath("openssl"), "openssl is not installed: who else reads the request cannot be seen");
        String[] all = new String[words.length + 1];
        all[0] = "openssl";
        System.arraycopy(words, 0, all, 1, words.length);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file.pem"), content);
    }

    @Test
    void opensslVerifiesItAndReadsWhoAsks() throws Exception {
        CertificateRequest request = CertificateRequest.of(BOX, pair.getPublic(), pair.getPrivate());

        Said said = openssl(
                "req",
                "-verify",
                "-noout",
                "-subject",
                "-in",
                file(request.pem()).toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).containsIgnoringCase("verify OK").contains("CN = box-17", "O = wuhan");
    }

    @Test
    void opensslSeesThatItWasMadeWithAnotherKey() throws Exception {
        CertificateRequest request =
                CertificateRequest.of(BOX, pair.getPublic(), BoxKey.generate().getPrivate());

        Said said =
                openssl("req", "-verify", "-noout", "-in", file(request.pem()).toString());

        assertThat(said.text()).containsIgnoringCase("verify failure");
    }

    @Test
    void aKeyThatWaitsIsReadWithItsOwnSignature() throws Exception {
        Identity bare = BoxKey.bare(pair, BOX, Instant.parse("2026-12-01T08:00:00Z"));

        bare.certificate().verify(pair.getPublic());
        assertThat(bare.certificate().getSubjectX500Principal()).isEqualTo(BOX);
        assertThat(bare.certificate().getNotAfter()).isEqualTo(Instant.parse("2126-11-07T08:00:00Z"));
    }

    @Test
    void anIdentityIsReadAsItWasWritten() throws Exception {
        Identity bare = BoxKey.bare(pair, BOX, Instant.parse("2026-12-01T08:00:00Z"));
        char[] password = "secret".toCharArray();

        Identity read = Identity.read(Path.of("identity.p12"), bare.write(password), password);

        assertThat(read.chain()).isEqualTo(bare.chain());
        byte[] octets = "octets".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(pair.getPublic());
        signature.update(octets);
        assertThat(signature.verify(BoxKey.sign(read.key(), octets))).isTrue();
    }

    @Test
    void anIdentityDoesNotPrintItsKey() {
        Identity bare = BoxKey.bare(pair, BOX, Instant.parse("2026-12-01T08:00:00Z"));

        assertThat(bare).hasToString("the identity CN=box-17, O=wuhan");
    }
}
