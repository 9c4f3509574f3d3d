package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made here is read by those who do not know us: OpenSSL, and so Mosquitto, nginx and the like. */
@Tag("interop")
class OpensslInteropTest {
    @TempDir
    Path folder = Path.of("");

    private Provision vendor = new Provision(folder);

    @BeforeEach
    void enroll() throws Exception {
        assumeTrue(isThere(), "openssl is not installed");
        vendor = new Provision(folder).founded();
        String unused = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String openssl(String... args) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(args))
                .map(arg -> arg.startsWith("@") ? vendor.file(arg.substring(1)).toString() : arg)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private String at() {
        return Long.toString(vendor.now().getEpochSecond());
    }

    @Test
    void itVerifiesTheCertificateOfABoxAsClientAndAsServer() throws Exception {
        for (String purpose : new String[] {"sslclient", "sslserver"}) {
            assertThat(openssl(
                            "verify",
                            "-x509_strict",
                            "-purpose",
                            purpose,
                            "-attime",
                            at(),
                            "-CAfile",
                            "@authority/ca.pem",
                            "@box/identity/identity.pem"))
                    .contains("OK");
        }
    }

    @Test
    void itReadsTheKeyOfABoxWithItsPasswordFile() throws Exception {
        assertThat(openssl(
                        "pkcs12",
                        "-in",
                        "@box/identity/identity.p12",
                        "-passin",
                        "file:" + vendor.file("box/identity/identity.password"),
                        "-nodes",
                        "-info"))
                .contains("BEGIN PRIVATE KEY");
    }

    @Test
    void itReadsTheRequestOfABox() throws Exception {
        String unused = vendor.done("request", "box-18", "--out", "@new");

        assertThat(openssl("req", "-verify", "-noout", "-subject", "-in", "@new/identity.csr"))
                .contains("verify OK")
                .contains("CN = box-18");
    }

    @Test
    void aRequestOfItsOwnIsAnswered() throws Exception {
        String unused = openssl(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout",
                "@broker.key",
                "-subj",
                "/CN=broker.city.example",
                "-out",
                "@broker.csr");
        String answered = vendor.done(
                "enroll",
                "broker.city.example",
                "--service",
                "--authority",
                "@authority",
                "--csr",
                "@broker.csr",
                "--out",
                "@broker");

        assertThat(openssl(
                        "verify",
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "broker.city.example",
                        "-attime",
                        at(),
                        "-CAfile",
                        "@authority/ca.pem",
                        "@broker/identity.pem"))
                .as(answered)
                .contains("OK");
    }
}
