package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate is replaced in time, and what is in use stays so until its successor is there. */
class RenewTest {
    @TempDir
    Path folder = Path.of("");

    private Provision box = new Provision(folder);

    @BeforeEach
    void enroll() {
        box = new Provision(folder).founded();
        String unused =
                box.done("enroll", "box-17", "--tenant", "wuhan", "--authority", "@authority", "--home", "@box");
    }

    @Test
    void thereIsNothingToDoForTwoThirdsOfItsLife() {
        box.later(Duration.ofDays(240));

        assertThat(box.done("renew", "--check", "--home", "@box")).startsWith("fresh");
        assertThat(box.done("renew", "--home", "@box")).startsWith("fresh");
        assertThat(box.file("box/identity/next.p12")).doesNotExist();
    }

    @Test
    void inTheLastThirdItIsDue() {
        box.later(Duration.ofDays(250));

        assertThat(box.run("renew", "--check", "--home", "@box"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.out()).startsWith("due  due from 2027-08-01"));
    }

    @Test
    void afterItsEndItIsTooLateForTheOldOneAndTheRequestIsMadeAllTheSame() {
        box.later(Duration.ofDays(366));

        assertThat(box.done("renew", "--home", "@box"))
                .startsWith("expired")
                .contains("give it to the authority, for 'enroll box-17 --csr FILE'");
    }

    @Test
    void theNewKeyWaitsBesideTheOldOne() throws Exception {
        X509Certificate before = Certificates.own(box.file("box"));
        box.later(Duration.ofDays(250));
        String requested = box.done("renew", "--home", "@box");
        assertThat(Certificates.own(box.file("box"))).isEqualTo(before);

        String answered = box.done(
                "enroll",
                "box-17",
                "--tenant",
                "wuhan",
                "--authority",
                "@authority",
                "--csr",
                "@box/identity/identity.csr",
                "--out",
                "@answer");
        String installed = box.done("install", "@answer/identity.pem", "--out", "@box/identity");

        X509Certificate after = Certificates.own(box.file("box"));
        assertThat(after.getPublicKey()).isNotEqualTo(before.getPublicKey());
        assertThat(after.getSubjectX500Principal()).isEqualTo(before.getSubjectX500Principal());
        assertThat(after.getNotAfter()).isAfter(before.getNotAfter());
        assertThat(requested + answered + installed).contains("until 2028-08-07");
    }

    @Test
    void whereTheAuthorityIsAtHandAllIsDoneAtOnce() throws Exception {
        byte[] password = Files.readAllBytes(box.file("box/identity/identity.password"));
        box.later(Duration.ofDays(250));

        assertThat(box.done("renew", "--home", "@box", "--authority", "@authority"))
                .contains("renewed until 2028-08-07");
        assertThat(box.file("box/identity/identity.password")).hasBinaryContent(password);
        assertThat(box.done("renew", "--check", "--home", "@box")).startsWith("fresh");
    }

    @Test
    void aKeyThatOthersHaveSeenIsReplacedAtOnce() throws Exception {
        X509Certificate before = Certificates.own(box.file("box"));
        String unused = box.done("renew", "--now", "--home", "@box", "--authority", "@authority");

        assertThat(Certificates.own(box.file("box")).getPublicKey()).isNotEqualTo(before.getPublicKey());
    }

    @Test
    void withoutAnIdentityThereIsNothingToRenew() {
        assertThat(box.refused("renew", "--home", "@nowhere")).contains("run 'enroll' or 'request'");
    }
}
