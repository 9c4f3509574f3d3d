package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.LocalDisk;
import io.verge.api.time.ClockQuality;
import io.verge.diagnostics.internal.TestAuthority.Identity;
import io.verge.diagnostics.internal.TestAuthority.Wish;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes with a certificate that the operator's authority has made for hours. */
@Timeout(120)
class StaffDoorTest {
    private static final byte[] NOTHING = {};
    private static final String STOP = "bundles/io.verge.driver.radar?do=stop";
    private static final ClockQuality UNSURE = new ClockQuality(ClockQuality.Source.FREE_RUNNING, null);

    private final List<Laptop> laptops = new ArrayList<>();
    private final ManualClock time = ManualClock.standing();
    private final Instant start = time.now();
    private Path folder;
    private TestAuthority authority;
    private Staff staff;
    private Cabinet cabinet;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        authority = new TestAuthority("Wuhan roads", start.minus(Duration.ofDays(100)));
        authority.write(folder.resolve("ca.pem"));
        Instant made = start.minus(Duration.ofDays(50));
        authority.box("wuhan-0417", "wuhan", made).write(folder.resolve("identity.p12"));
        Files.writeString(folder.resolve("password"), new String(TestAuthority.PASSWORD) + "\n");
        Files.writeString(folder.resolve("refused"), "# left their laptop in the train\n00:ff\n");
        staff = Staff.load(files(), new LocalDisk(), new SureTime(new LocalDisk(), folder.resolve("time"), time));
        cabinet = new Cabinet(folder, new DirectStages().open("changes", 1), staff);
    }

    private static DiagnosticsConfig config(Object... given) {
        return Defaults.of(DiagnosticsConfig.class, given);
    }

    private StaffFiles files() {
        return StaffFiles.of(config(
                        "identity", folder.resolve("identity.p12").toString(),
                        "identityPassword", "file:" + folder.resolve("password"),
                        "trust", folder.resolve("ca.pem").toString(),
                        "refused", folder.resolve("refused").toString()))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        laptops.forEach(Laptop::close);
        cabinet.close();
    }

    private Laptop with(Identity identity) {
        Laptop laptop = Laptop.withCertificate(cabinet.door.secureAddress(), identity, authority.certificate);
        laptops.add(laptop);
        return laptop;
    }

    private Identity anna(UnaryOperator<Wish> wish) throws GeneralSecurityException {
        return authority.person("anna", wish.apply(TestAuthority.maintainer(start.minus(Duration.ofHours(1)))));
    }

    private void isRefused(Identity identity, String why) {
        assertThatThrownBy(() -> with(identity).get("status"))
                .isInstanceOfAny(ConnectorException.class, IOException.class);
        assertThat(cabinet.audit.lines(1))
                .singleElement()
                .asString()
                .startsWith("127.0.0.1  login  refused")
                .contains(why);
    }

    @Test
    void whoComesWithACertificateHasTheRoleThatStandsInIt()
            throws GeneralSecurityException, ConnectorException, IOException {
        Identity identity = anna(wish -> wish);
        CoapResponse answer = with(identity).send(Code.POST, STOP, NOTHING);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        String serial = identity.certificate().getSerialNumber().toString(16);
        assertThat(cabinet.audit.lines(1))
                .containsExactly("anna#" + serial + " maintainer bundle.stop io.verge.driver.radar done");
    }

    @Test
    void aViewersCertificateLooksOnly() throws GeneralSecurityException, ConnectorException, IOException {
        Laptop laptop = with(anna(wish -> wish.role("viewer")));

        assertThat(laptop.get("status").isSuccess()).isTrue();
        assertThat(laptop.send(Code.POST, STOP, NOTHING).getCode()).isEqualTo(ResponseCode.FORBIDDEN);
    }

    @Test
    void aVendorsCertificateInstallsBundlesOfItsNames()
            throws GeneralSecurityException, ConnectorException, IOException {
        Laptop laptop = with(anna(wish -> wish.role("vendor:com.acme.")));
        cabinet.bundles.named = "com.acme.radar";
        assertThat(laptop.send(Code.POST, "bundles", new byte[10]).getCode()).isEqualTo(ResponseCode.CHANGED);
        cabinet.bundles.named = "io.verge.gate";
        assertThat(laptop.send(Code.POST, "bundles", new byte[10]).getCode()).isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    void keysStillOpenTheDoor() throws ConnectorException, IOException {
        Laptop mechanic = Laptop.withKey(cabinet.door.secureAddress(), "mechanic", Cabinet.MAINTAINER_KEY);
        laptops.add(mechanic);

        assertThat(mechanic.send(Code.POST, STOP, NOTHING).getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    static Stream<Arguments> wrong() {
        Duration day = Duration.ofDays(1);
        return Stream.of(
                Arguments.of((UnaryOperator<Wish>) wish -> wish.life(Duration.ofMinutes(30)), "it has ended at"),
                Arguments.of(
                        (UnaryOperator<Wish>) wish -> wish.from(wish.from().plus(day)), "not one of this operator's"),
                Arguments.of((UnaryOperator<Wish>) wish -> wish.tenant("beijing"), "for another tenant"),
                Arguments.of((UnaryOperator<Wish>) wish -> wish.role(""), "a role is viewer"),
                Arguments.of((UnaryOperator<Wish>) wish -> wish.role("root"), "a role is viewer"),
                Arguments.of((UnaryOperator<Wish>) wish -> wish.life(day.multipliedBy(30)), "lives longer than"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aCertificateThatIsNotGoodOpensNothing(UnaryOperator<Wish> wish, String why) throws GeneralSecurityException {
        isRefused(anna(wish), why);
    }

    @Test
    void theCertificateOfABoxIsNoPersons() throws GeneralSecurityException {
        isRefused(authority.box("wuhan-0418", "wuhan", start.minus(Duration.ofDays(1))), "lives longer than");
    }

    /** Which no client of this library would even offer. */
    @Test
    void aCertificateForServersIsNoPersons() throws GeneralSecurityException {
        Identity server = anna(Wish::forServers);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(server.certificate()));

        assertThatThrownBy(() -> staff.verify(path)).hasMessageContaining("not for authentication");
    }

    @Test
    void anotherAuthorityOpensNothing() throws GeneralSecurityException {
        TestAuthority other = new TestAuthority("Wuhan roads", start.minus(Duration.ofDays(100)));
        Identity mallory = other.person("mallory", TestAuthority.maintainer(start.minus(Duration.ofHours(1))));

        isRefused(mallory, "not one of this operator's");
    }

    @Test
    void aCertificateEndsThoughTheConnectionGoesOn() throws GeneralSecurityException, ConnectorException, IOException {
        Laptop laptop = with(anna(wish -> wish));
        assertThat(laptop.get("status").isSuccess()).isTrue();

        time.advance(Duration.ofHours(12));

        assertThat(laptop.get("status").getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(laptop.send(Code.POST, STOP, NOTHING).getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(cabinet.bundles.done).isEmpty();
    }

    @Test
    void whoObservesIsToldNothingOnceTheCertificateHasEnded()
            throws GeneralSecurityException, ConnectorException, IOException {
        BlockingQueue<String> anna = observed(with(anna(wish -> wish)));
        Laptop visitor = Laptop.withKey(cabinet.door.secureAddress(), "visitor", Cabinet.VIEWER_KEY);
        laptops.add(visitor);
        BlockingQueue<String> other = observed(visitor);
        cabinet.apps.add("sensor-sharing", Fakes.ok());
        cabinet.tick();
        await(anna, "sensor-sharing");
        await(other, "sensor-sharing");

        time.advance(Duration.ofHours(12));
        cabinet.apps.add("speed-advice", Fakes.ok());
        cabinet.tick();

        await(other, "speed-advice");
        assertThat(anna).noneMatch(answer -> answer.contains("speed-advice"));
    }

    private static BlockingQueue<String> observed(Laptop laptop) throws ConnectorException, IOException {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        laptop.observe("apps", new CoapHandler() {
            @Override
            public void onLoad(CoapResponse response) {
                answers.add(response.getResponseText());
            }

            @Override
            public void onError() {
                answers.add("no answer");
            }
        });
        return answers;
    }

    private static void await(BlockingQueue<String> answers, String word) {
        try {
            String answer = answers.take();
            while (!answer.contains(word)) {
                answer = answers.take();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("never told of " + word, e);
        }
    }

    @Test
    void aSerialNumberIsRefusedFromWhenItIsInTheFile()
            throws GeneralSecurityException, ConnectorException, IOException {
        Identity identity = anna(wish -> wish);
        Laptop laptop = with(identity);
        assertThat(laptop.get("status").isSuccess()).isTrue();

        Files.writeString(
                folder.resolve("refused"),
                identity.certificate().getSerialNumber().toString(16));
        staff.refresh();

        assertThat(laptop.get("status").getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
        isRefused(identity, "serial number is refused");
    }

    @Test
    void aFileThatCannotBeReadLetsNobodyIn() throws GeneralSecurityException, IOException {
        Files.delete(folder.resolve("refused"));
        staff.refresh();

        isRefused(anna(wish -> wish), "cannot read whom it trusts");
    }

    @Test
    void aClockThatStandsBackTakesNoCertificateThatHadEnded() throws GeneralSecurityException {
        time.quality(UNSURE);
        time.set(Instant.EPOCH);

        isRefused(anna(wish -> wish.from(start.minus(Duration.ofDays(60)))), "it has ended at");
    }

    @Test
    void aClockThatStandsBackLetsInWhoComesWithANewCertificate()
            throws GeneralSecurityException, ConnectorException, IOException {
        time.quality(UNSURE);
        time.set(Instant.EPOCH);

        assertThat(with(anna(wish -> wish)).get("status").isSuccess()).isTrue();
    }

    @Test
    void aRenewedCertificateOfTheBoxIsShown() throws GeneralSecurityException, ConnectorException, IOException {
        authority.box("wuhan-0417", "wuhan", start).write(folder.resolve("identity.p12"));
        staff.refresh();

        assertThat(staff.content().own().getNotBefore().toInstant()).isEqualTo(start);
        assertThat(with(anna(wish -> wish)).get("status").isSuccess()).isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> StaffFiles.of(config("identity", "i.p12"))).hasMessageContaining("trust:");
        assertThatThrownBy(() ->
                        StaffFiles.of(config("identity", "i.p12", "trust", "ca.pem", "identityPassword", "hunter2")))
                .hasMessageContaining("file:PATH")
                .hasMessageNotContaining("hunter2");
        assertThat(StaffFiles.of(config())).isEmpty();
    }

    @Test
    void aPasswordThatIsWrongIsToldByTheFileItDoesNotOpen() throws IOException {
        Files.writeString(folder.resolve("password"), "hunter2\n");

        assertThatThrownBy(() -> files().read(new LocalDisk()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("identity.p12")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void manyHandshakesMakeRoomForEachOther() throws GeneralSecurityException, ConnectorException, IOException {
        Identity identity = anna(wish -> wish);
        for (int i = 0; i < 20; i++) {
            Laptop laptop = Laptop.withCertificate(cabinet.door.secureAddress(), identity, authority.certificate);
            assertThat(laptop.get("status").isSuccess()).as("the %d.", i).isTrue();
            laptop.close();
        }
    }
}
