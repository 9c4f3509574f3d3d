package io.verge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.ingest.internal.Counter;
import io.verge.ingest.internal.session.ConsumerSettings;
import io.verge.mqtt.BrokerAccess;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of {@code docs/cloud/config} in a real Mosquitto: who may say and hear what. */
@Tag("interop")
class MosquittoInteropTest {
    private static final String TENANT = "wuhan";
    private static final int NOT_AUTHORISED = 0x87;
    private static final List<Mosquitto> BROKER = new ArrayList<>();
    private static final List<Certificates> CERTIFICATES = new ArrayList<>();

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = new Certificates(folder);
        for (String name : List.of("crossing-1", "crossing-2", "ingest")) {
            certificates.issue(name);
        }
        CERTIFICATES.add(certificates);
        BROKER.add(Mosquitto.start(folder, certificates));
    }

    @AfterAll
    static void stop() {
        BROKER.forEach(Mosquitto::close);
    }

    @Test
    void whatABoxSaysByTlsIsStoredAndAcknowledged() throws Exception {
        try (Box box = box("crossing-1", "crossing-1");
                Ingest ingest = ingest("stored.db")) {
            box.awaitConsumer("online");
            box.send(1, 2);
            box.awaitStored(1, 2);

            assertThat(ingest.count(Counter.RECORDS)).isEqualTo(2);
        }
    }

    @Test
    void whatABoxSaysInTheNameOfAnotherIsRefused() throws Exception {
        try (Box foreign = box("crossing-2", "crossing-1")) {
            assertThat(foreign.publish("verge/v1/wuhan/crossing-1/record/critical/events", Box.line(7), false))
                    .isEqualTo(NOT_AUTHORISED);
            assertThat(foreign.publish("verge/v1/wuhan/crossing-1/online", "{}", true))
                    .isEqualTo(NOT_AUTHORISED);
        }
    }

    @Test
    void aBoxMayNotConfigureCommandOrAcknowledge() throws Exception {
        try (Box box = box("crossing-1", "crossing-1")) {
            for (String topic : List.of(
                    "crossing-1/twin/desired",
                    "crossing-1/ack",
                    "crossing-1/identity/certificate",
                    "crossing-1/command/restart",
                    "$state/ingest")) {
                assertThat(box.publish("verge/v1/wuhan/" + topic, "{}", false))
                        .as(topic)
                        .isEqualTo(NOT_AUTHORISED);
            }
        }
    }

    @Test
    void aBoxMaySayWhatTheContractHasIt() throws Exception {
        try (Box box = box("crossing-1", "crossing-1")) {
            for (String topic : List.of(
                    "online",
                    "birth",
                    "record/bulk/device/radar-ne",
                    "twin/reported",
                    "reply/twin-report",
                    "identity/request")) {
                assertThat(box.publish("verge/v1/wuhan/crossing-1/" + topic, "{}", false))
                        .as(topic)
                        .isLessThan(0x80);
            }
        }
    }

    @Test
    void whatIsForAnotherBoxIsNotHeard() throws Exception {
        try (Box curious = box("crossing-2", "#");
                Box box = box("crossing-1", "crossing-1");
                Ingest ingest = ingest("heard.db")) {
            box.awaitConsumer("online");
            box.send(1);
            box.awaitStored(1);
            // In order behind what it must not hear, since both go through one broker.
            curious.awaitConsumer("online");

            assertThat(curious.acknowledgements()).isEmpty();
            assertThat(ingest.count(Counter.REFUSED)).isZero();
        }
    }

    @Test
    void whoHasNoCertificateIsRefused() {
        assertThatThrownBy(() -> new Box(
                        BROKER.get(0).address().replace("mqtts", "ssl"),
                        TENANT,
                        "crossing-1",
                        "crossing-1",
                        options(null)))
                .isInstanceOf(MqttException.class);
    }

    private static Ingest ingest(String file) {
        BrokerAccess access = new BrokerAccess(
                BROKER.get(0).address(),
                null,
                null,
                folder.resolve("ingest.p12"),
                certificates().passwordFile(),
                certificates().trust(),
                Duration.ofSeconds(10));
        ConsumerSettings settings =
                new ConsumerSettings(access, TENANT, "ingest", file.replace(".db", ""), Duration.ZERO, 64);
        return Ingest.start(List.of(settings), "jdbc:sqlite:" + folder.resolve(file), InstantSource.system());
    }

    /** Who it is says the certificate; what it calls itself in its topics is another thing. */
    private static Box box(String certificate, String name) throws Exception {
        String address = BROKER.get(0).address().replace("mqtts", "ssl");
        return new Box(address, TENANT, name, "client-" + certificate, options(folder.resolve(certificate + ".p12")));
    }

    private static Certificates certificates() {
        return CERTIFICATES.get(0);
    }

    private static MqttConnectionOptions options(@org.jspecify.annotations.Nullable Path identity) throws Exception {
        char[] password = Certificates.PASSWORD.toCharArray();
        KeyStore trusted = KeyStore.getInstance(folder.resolve("crossing-1.p12").toFile(), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (identity != null) {
            keys.init(KeyStore.getInstance(identity.toFile(), password), password);
        }
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(identity == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(context.getSocketFactory());
        options.setConnectionTimeout(5);
        return options;
    }
}
