package io.verge.cloud.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final Instant VALID = Instant.parse("2020-01-15T00:00:00Z");

    private static Path folder;
    private static Certificates certificates;

    private final Heard heard = new Heard();
    private final PahoPort port = new PahoPort(heard);
    private final BlockingQueue<String> guests = new LinkedBlockingQueue<>();

    @BeforeAll
    static void make(@TempDir Path made) throws IOException {
        folder = made;
        certificates = new Certificates(folder);
    }

    private void connect(String host, int at, TlsSettings tls, @Nullable Instant time) {
        ConnectSettings plain = PahoPortTest.settings(at, "wuhan.tls-test");
        port.connect(new ConnectSettings(
                new Broker(true, host, at),
                plain.client(),
                null,
                null,
                plain.keepAlive(),
                plain.sessionExpiry(),
                20,
                1 << 20,
                plain.will(),
                plain.willDelay(),
                Duration.ofSeconds(3),
                tls,
                time));
    }

    private RawBroker broker(SSLServerSocket door) {
        return new RawBroker(door, socket -> {
            SSLSocket secured = (SSLSocket) socket;
            RawBroker.accept(secured);
            guests.add(secured.getSession().getProtocol() + " "
                    + secured.getSession().getPeerPrincipal().getName());
            socket.getInputStream().readAllBytes();
        });
    }

    @Test
    void showsItsCertificateOverTls13() throws Exception {
        try (RawBroker broker = broker(certificates.door())) {
            connect("localhost", broker.port(), certificates.box(), VALID);

            heard.next(Accepted.class);
            assertThat(guests.poll(10, TimeUnit.SECONDS)).isEqualTo("TLSv1.3 CN=wuhan-0417");
            port.abandon();
        }
    }

    @Test
    void judgesTheBrokersCertificateByTheGivenTime() throws Exception {
        try (RawBroker broker = broker(certificates.door())) {
            connect("localhost", broker.port(), certificates.box(), VALID.plus(Duration.ofDays(60)));

            assertThat(heard.next(Ended.class).cause()).startsWith("TLS: ");
        }
    }

    @Test
    void judgesByTheClockWhenNoTimeIsGiven() throws Exception {
        try (RawBroker broker = broker(certificates.door())) {
            connect("localhost", broker.port(), certificates.box(), null);

            assertThat(heard.next(Ended.class).cause()).startsWith("TLS: ");
        }
    }

    @Test
    void believesNoBrokerWithAnothersCertificate() throws Exception {
        try (RawBroker broker = broker(certificates.door())) {
            connect("127.0.0.1", broker.port(), certificates.box(), VALID);

            assertThat(heard.next(Ended.class)).satisfies(ended -> {
                assertThat(ended.cause()).startsWith("TLS: ");
                assertThat(ended.refusesBox()).isFalse();
            });
        }
    }

    @Test
    void takesNothingBelowTls13() throws Exception {
        SSLServerSocket old = certificates.door();
        old.setEnabledProtocols(new String[] {"TLSv1.2"});
        try (RawBroker broker = broker(old)) {
            connect("localhost", broker.port(), certificates.box(), VALID);

            assertThat(heard.next(Ended.class).cause()).startsWith("TLS: ");
        }
    }

    @Test
    void isNotLetInWithoutACertificate() throws Exception {
        try (RawBroker broker = broker(certificates.door())) {
            connect("localhost", broker.port(), certificates.nobody(), VALID);

            assertThat(heard.next(Ended.class).refusesBox()).isTrue();
            assertThat(guests).isEmpty();
        }
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        TlsSettings missing = new TlsSettings(folder.resolve("gone.p12"), null, null);
        try (RawBroker broker = broker(certificates.door())) {
            connect("localhost", broker.port(), missing, VALID);

            assertThat(heard.next(Ended.class).cause()).contains("gone.p12");
        }
    }

    @Test
    void givesUpABrokerThatNeverShakesHands() throws Exception {
        try (RawBroker silent = new RawBroker(socket -> Thread.currentThread().join())) {
            connect("localhost", silent.port(), certificates.box(), VALID);

            assertThat(heard.next(Ended.class).cause()).containsIgnoringCase("timed out");
        }
    }
}
