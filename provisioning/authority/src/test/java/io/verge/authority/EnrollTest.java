package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box gets a certificate for a key that never leaves it. */
class EnrollTest {
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";

    @TempDir
    Path folder = Path.of("");

    private Provision vendor = new Provision(folder);

    @BeforeEach
    void found() {
        vendor = new Provision(folder).founded();
    }

    private void request(String box, String at) {
        String unused = vendor.done("request", box, "--out", at);
    }

    private void answer(String box, String request) {
        String unused = vendor.done("enroll", box, "--authority", "@authority", "--csr", request, "--out", "@answer");
    }

    private void install(String at) {
        String unused = vendor.done("install", "@answer/identity.pem", "--out", at);
    }

    @Test
    void keyOnTheBoxCertificateFromTheAuthority() throws Exception {
        request("box-17", "@box/identity");
        answer("box-17", "@box/identity/identity.csr");
        install("@box/identity");

        X509Certificate own = Certificates.own(vendor.file("box"));
        assertThat(own.getSubjectX500Principal().getName()).isEqualTo("CN=box-17");
        assertThat(own.getExtendedKeyUsage()).containsExactlyInAnyOrder(CLIENT, SERVER);
        Certificates.validate(own, Certificates.pem(vendor.file("authority/ca.pem")), vendor.now());
    }

    @Test
    void theChainIsInTheFileThatTheAgentReads() throws Exception {
        String unused = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");
        KeyStore store = Certificates.store(
                vendor.file("box/identity/identity.p12"), vendor.file("box/identity/identity.password"));

        String alias = store.aliases().nextElement();
        assertThat(store.getCertificateChain(alias)).hasSize(2);
        assertThat(store.getCertificateChain(alias)[1]).isEqualTo(Certificates.pem(vendor.file("authority/ca.pem")));
    }

    @Test
    void nobodyElseCanReadTheIdentityOfABox() throws Exception {
        String unused = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");

        assertThat(Modes.of(vendor.file("box/identity"))).isEqualTo("rwx------");
        for (String name : new String[] {"identity.p12", "identity.password", "identity.pem"}) {
            assertThat(Modes.of(vendor.file("box/identity/" + name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void theBoxTrustsTheAuthoritysRootAndCertificate() throws Exception {
        String unused = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");

        assertThat(vendor.file("box/trust/root.json")).hasSameBinaryContentAs(vendor.file("authority/root.json"));
        assertThat(vendor.file("box/trust/ca.pem")).hasSameBinaryContentAs(vendor.file("authority/ca.pem"));
    }

    @Test
    void aCertificateIsInstalledOnlyWithItsKey() {
        request("box-17", "@box/identity");
        request("box-17", "@other/identity");
        answer("box-17", "@box/identity/identity.csr");

        assertThat(vendor.refused("install", "@answer/identity.pem", "--out", "@other/identity"))
                .contains("is for another key than the one in")
                .contains("Let the authority sign");
    }

    @Test
    void aRequestOfAnotherBoxIsRefused() {
        request("box-18", "@box/identity");

        assertThat(vendor.refused(
                        "enroll", "box-17", "--authority", "@authority", "--csr", "@box/identity/identity.csr"))
                .contains("the request is that of \"box-18\", and not of box-17");
    }

    @Test
    void aRequestThatWasChangedIsRefused() throws Exception {
        request("box-17", "@box/identity");
        Path request = vendor.file("box/identity/identity.csr");
        String text = Files.readString(request);
        int inTheSignature = text.indexOf("\n-----END") - 8;
        char other = text.charAt(inTheSignature) == 'A' ? 'B' : 'A';
        Files.writeString(request, text.substring(0, inTheSignature) + other + text.substring(inTheSignature + 1));

        assertThat(vendor.refused("enroll", "box-17", "--authority", "@authority", "--csr", request.toString()))
                .contains("transfer it again");
    }

    @Test
    void whatIsNoNameOfABoxIsRefused() {
        for (String name : new String[] {"../etc", "Box", "a b", "x".repeat(41), "claim-1"}) {
            assertThat(vendor.refused("enroll", name, "--authority", "@authority", "--home", "@box"))
                    .contains("name of a box");
        }
        assertThat(vendor.file("box")).doesNotExist();
    }

    @Test
    void anIdentityIsNotOverwritten() throws Exception {
        String unused = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");
        byte[] before = Files.readAllBytes(vendor.file("box/identity/identity.p12"));

        assertThat(vendor.refused("enroll", "box-17", "--authority", "@authority", "--home", "@box"))
                .contains("there is an identity already");
        assertThat(vendor.file("box/identity/identity.p12")).hasBinaryContent(before);
    }

    @Test
    void aCertificateLastsNoLongerThanItsKindMay() {
        assertThat(vendor.refused("enroll", "box-17", "--authority", "@authority", "--home", "@box", "--days", "3650"))
                .contains("lasts at most 825 days");
    }

    @Test
    void aClaimIsForSomeDaysAndForAskingOnly() throws Exception {
        String unused = vendor.done("enroll", "sn0042", "--claim", "--authority", "@authority", "--home", "@box");
        X509Certificate claim = Certificates.own(vendor.file("box"));

        assertThat(claim.getSubjectX500Principal().getName()).isEqualTo("CN=claim-sn0042");
        assertThat(claim.getExtendedKeyUsage()).containsExactly(CLIENT);
        X509Certificate authority = Certificates.pem(vendor.file("authority/ca.pem"));
        Certificates.validate(claim, authority, vendor.now());
        assertThatThrownBy(() ->
                        Certificates.validate(claim, authority, vendor.now().plus(Duration.ofDays(4))))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void aBoxWithAClaimAsksForItsRealIdentityAndKeepsTheClaimUntilThen() throws Exception {
        String unused = vendor.done("enroll", "sn0042", "--claim", "--authority", "@authority", "--home", "@box");
        request("box-17", "@box/identity");
        assertThat(Certificates.own(vendor.file("box"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=claim-sn0042");

        answer("box-17", "@box/identity/identity.csr");
        install("@box/identity");
        assertThat(Certificates.own(vendor.file("box"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=box-17");
    }

    @Test
    void aServiceIsKnownByItsNameOrAddress() throws Exception {
        String unused = vendor.done(
                "enroll", "broker.city.example", "--service", "--authority", "@authority", "--home", "@broker");
        String ignored =
                vendor.done("enroll", "192.0.2.7", "--service", "--authority", "@authority", "--home", "@address");

        assertThat(Certificates.own(vendor.file("broker")).getSubjectAlternativeNames())
                .singleElement()
                .satisfies(name -> assertThat(name.get(1)).isEqualTo("broker.city.example"));
        assertThat(Certificates.own(vendor.file("address")).getSubjectAlternativeNames())
                .singleElement()
                .satisfies(name -> assertThat(name.get(1)).isEqualTo("192.0.2.7"));
    }

    @Test
    void theLabelSaysWhichKeyTheBoxHadAndNothingSecret() throws Exception {
        String said = vendor.done("enroll", "box-17", "--authority", "@authority", "--home", "@box");

        assertThat(said).containsPattern("label  VERGE:1:BOX-17:[A-Z2-7]{26}\\R");
        assertThat(said)
                .doesNotContain(Files.readString(vendor.file("box/identity/identity.password"))
                        .strip());
    }

    @Test
    void aTokenLetsAPersonInForAShift() throws Exception {
        String said = vendor.done(
                "token",
                "li.wei",
                "--tenant",
                "wuhan",
                "--role",
                "operator",
                "--authority",
                "@authority",
                "--out",
                "@li.p12");
        X509Certificate token = token("li.p12");

        assertThat(said).contains("serial " + token.getSerialNumber().toString(16));
        assertThat(token.getSubjectX500Principal().getName()).isEqualTo("CN=li.wei,OU=operator,O=wuhan");
        assertThat(token.getExtendedKeyUsage()).containsExactly(CLIENT);
        assertThat(token.getNotAfter().toInstant()).isEqualTo(vendor.now().plus(Duration.ofHours(12)));
        assertThat(Modes.of(vendor.file("li.p12"))).isEqualTo("rw-------");
    }

    @Test
    void aVendorsTokenSaysWhichBundlesAreIts() throws Exception {
        String unused = vendor.done(
                "token",
                "j.doe",
                "--tenant",
                "wuhan",
                "--role",
                "vendor",
                "--prefixes",
                "com.acme.,org.acme-labs.",
                "--authority",
                "@authority",
                "--out",
                "@doe.p12");
        X509Certificate token = token("doe.p12");

        assertThat(token.getSubjectX500Principal().getName())
                .isEqualTo("CN=j.doe,OU=vendor:com.acme.:org.acme-labs.,O=wuhan");
    }

    @Test
    void aTokenLivesNoLongerThanBoxesTake() throws Exception {
        String unused = vendor.done(
                "token",
                "li.wei",
                "--tenant",
                "wuhan",
                "--hours",
                "168",
                "--authority",
                "@authority",
                "--out",
                "@a.p12");
        X509Certificate token = token("a.p12");

        Duration life = Duration.between(
                token.getNotBefore().toInstant(), token.getNotAfter().toInstant());
        assertThat(life).isLessThanOrEqualTo(Duration.ofDays(8));
        assertThat(vendor.refused(
                        "token",
                        "li.wei",
                        "--tenant",
                        "wuhan",
                        "--hours",
                        "169",
                        "--authority",
                        "@authority",
                        "--out",
                        "@b.p12"))
                .contains("lasts at most 7 days");
    }

    @Test
    void aPersonCannotHaveTheNameOfABox() {
        assertThat(vendor.refused(
                        "token", "box-17", "--tenant", "wuhan", "--authority", "@authority", "--out", "@li.p12"))
                .contains("could be the name of a box");
    }

    private X509Certificate token(String file) throws Exception {
        KeyStore store = Certificates.store(vendor.file(file), vendor.file(file + ".password"));
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
