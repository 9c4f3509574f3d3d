package io.verge.cloud.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.contract.Documents;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.ConnectSettings;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttPort;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.ingest.internal.line.Message;
import io.verge.ingest.internal.line.Online;
import io.verge.itests.contract.Bindings;
import io.verge.itests.contract.Contract;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a box says that it is there, and how it hears of consumers. */
class GreetingContractTest {
    private final ManualClock clock = ManualClock.standing();

    @ParameterizedTest
    @ValueSource(strings = {"", "00112233445566aa"})
    void onlineIsAsTheContractSays(String store) {
        assertThat(Contract.problems("online", Documents.online(true, 1, store, "0.1.0")))
                .isEmpty();
    }

    @Test
    void theConsumerReadsWhatTheBoxSays() {
        String will = Documents.online(false, 7, "00112233445566aa", "0.1.0");
        Message message = new Message("verge/v1/wuhan/crossing-1/online", will.getBytes(UTF_8), Map.of());

        assertThat(Online.read("wuhan", message))
                .contains(new Online("wuhan", "crossing-1", false, 7, "00112233445566aa", "0.1.0"));
    }

    @Test
    void birthIsAsTheContractSays() {
        String birth = new Self(ManualClock.standing()).birth("wuhan", "crossing-1", "0.1.0");

        assertThat(Contract.problems("birth", birth)).isEmpty();
    }

    @Test
    void whatIsSaidFirstIsSentAsTheContractSays() {
        List<Outbound> said = new ArrayList<>();
        Flight flight = new Flight(clock);
        flight.open(new Recorder(said), 32, 1 << 20);
        greeting().online(new Topics("wuhan", "crossing-1"), flight);

        assertThat(said).hasSize(2);
        Bindings.assertSentAs("sayOnline", said.get(0));
        Bindings.assertContent("online", said.get(0));
        Bindings.assertSentAs("sayBirth", said.get(1));
        Bindings.assertContent("birth", said.get(1));
    }

    @Test
    void theWillIsSentAsTheContractSays() throws Exception {
        CloudSettings settings = CloudSettings.of(
                Defaults.of(CloudConfig.class, "broker", "mqtt://broker.example"), "wuhan", "crossing-1");
        Greeting greeting = greeting();
        greeting.nextConnection();
        Outbound will = Objects.requireNonNull(greeting.connect(settings, settings.broker(), Duration.ofSeconds(60))
                .will());

        Bindings.assertSentAs("sayOnline", will);
        Bindings.assertContent("online", will);
    }

    private Greeting greeting() {
        Connections connections = new Connections(new Forgetful());
        connections.next();
        return new Greeting(
                connections,
                new TrustedTime(new Forgetful(), clock, Instant.EPOCH),
                "run",
                "0.1.0",
                () -> "00112233445566aa",
                () -> new Self(clock).birth("wuhan", "crossing-1", "0.1.0"));
    }

    private static final class Forgetful implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String text) {
            // It is not read again.
        }
    }

    /** Keeps what is published. */
    private record Recorder(List<Outbound> said) implements MqttPort {
        @Override
        public void connect(ConnectSettings settings) {}

        @Override
        public void publish(Outbound message, long token) {
            said.add(message);
        }

        @Override
        public void subscribe(List<String> filters) {}

        @Override
        public void probe() {}

        @Override
        public void disconnect(int reason) {}

        @Override
        public void abandon() {}
    }

    @Test
    void aBoxReadsTheStateOfAConsumerAsTheContractHasIt() {
        Consumers consumers = new Consumers();
        for (String example : Contract.examples("state")) {
            consumers.heard("ingest", state(example));
            assertThat(consumers.there("ingest")).isEqualTo(example.contains("online"));
        }
    }

    private static Inbound state(String content) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(UTF_8));
        return new Inbound("verge/v1/wuhan/$state/ingest", octets, true, null, null, null, Map.of());
    }
}
