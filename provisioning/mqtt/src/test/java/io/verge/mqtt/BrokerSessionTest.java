package io.verge.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.broker.DeskBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions with a real broker. Each test has topics of its own. */
class BrokerSessionTest {
    private static final List<DeskBroker> BROKER = new ArrayList<>();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeAll
    static void startBroker() throws IOException {
        BROKER.add(DeskBroker.start(0));
    }

    @AfterAll
    static void stopBroker() throws IOException {
        BROKER.remove(0).close();
    }

    @Test
    void whatIsRetainedComesAsSuchAndWhatIsNewDoesNot() throws Exception {
        try (BrokerSession speaker = session("speaker-1", Duration.ZERO)) {
            speaker.publish(List.of(Outgoing.text("one/a", "old", true)));
            try (BrokerSession hearer = session("hearer-1", Duration.ZERO, "one/#")) {
                Arrival old = next(hearer);
                speaker.publish(List.of(Outgoing.text("one/a", "new", true)));
                Arrival fresh = next(hearer);

                assertThat(old.retained()).isTrue();
                assertThat(fresh.retained()).isFalse();
                assertThat(new String(fresh.content(), UTF_8)).isEqualTo("new");
            }
        }
    }

    @Test
    void whatIsNotAcknowledgedComesAgainWithTheNextConnection() throws Exception {
        Duration hour = Duration.ofHours(1);
        try (BrokerSession speaker = session("speaker-2", Duration.ZERO)) {
            try (BrokerSession hearer = session("hearer-2", hour, "two/#")) {
                speaker.publish(List.of(Outgoing.text("two/a", "1", false), Outgoing.text("two/a", "2", false)));
                hearer.acknowledge(List.of(next(hearer)));
            }
            speaker.publish(List.of(Outgoing.text("two/a", "3", false)));
            try (BrokerSession hearer = session("hearer-2", hour, "two/#")) {
                assertThat(new String(next(hearer).content(), UTF_8)).isEqualTo("2");
                assertThat(new String(next(hearer).content(), UTF_8)).isEqualTo("3");
            }
        }
    }

    @Test
    void propertiesAndExpiryComeAlong() throws Exception {
        try (BrokerSession speaker = session("speaker-3", Duration.ZERO);
                BrokerSession hearer = session("hearer-3", Duration.ZERO, "three/#")) {
            speaker.publish(List.of(
                    new Outgoing("three/a", new byte[] {1}, false, Duration.ofSeconds(60), Map.of("offset", "7"))));
            Arrival arrival = next(hearer);

            assertThat(arrival.properties()).containsExactly(Map.entry("offset", "7"));
            assertThat(arrival.expiry()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        }
    }

    @Test
    void aBrokerThatIsNotThereIsNamed() throws Exception {
        int port;
        try (DeskBroker broker = DeskBroker.start(0)) {
            port = broker.port();
        }
        String address = "mqtt://127.0.0.1:" + port;
        SessionSettings settings =
                new SessionSettings(BrokerAccess.plain(address), "nobody", List.of(), Duration.ZERO, 16, null);

        assertThatIOException().isThrownBy(() -> BrokerSession.open(settings)).withMessageStartingWith(address + ": ");
    }

    @Test
    void whatIsNoAddressOfABrokerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerAccess.plain("tcp://host:1883").address())
                .withMessageContaining("mqtts://HOST:PORT was expected");
        assertThat(BrokerAccess.plain("mqtts://host").address()).isEqualTo("ssl://host:8883");
    }

    private static BrokerSession session(String client, Duration expiry, String... filters) throws Exception {
        BrokerAccess access =
                BrokerAccess.plain("mqtt://127.0.0.1:" + BROKER.get(0).port());
        return BrokerSession.open(new SessionSettings(access, client, List.of(filters), expiry, 64, null));
    }

    private static Arrival next(BrokerSession session) throws InterruptedException {
        List<Arrival> taken = session.take(1, PATIENCE);
        assertThat(taken).as("something comes").hasSize(1);
        return taken.get(0);
    }
}
