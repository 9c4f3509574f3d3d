package io.verge.cloud.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.cloud.internal.mqtt.Inbound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a record is forgotten, sent again or set aside: by what the broker and the consumer say of it. */
class ConfirmationTest extends Draining {
    @Test
    void keepsACriticalRecordUntilTheConsumerHasIt() {
        drain = drain("ingest", 0);
        begin();
        outlet.offer(Lane.CRITICAL, "events", "{}", 3);
        drain.pump();
        acknowledge(SECOND);
        assertThat(outlet.kept()).isEqualTo(3);

        drain.acknowledged(ack("ingest", FakeOutlet.STORE, "[[1,2]]"));

        assertThat(outlet.kept()).isEqualTo(1);
        assertThat(counted("records")).isEqualTo(2);
    }

    @Test
    void sendsACriticalRecordAgainThatTheConsumerDidNotAcknowledge() {
        drain = drain("ingest", 0);
        begin();
        outlet.offer(Lane.CRITICAL, "events", "{}", 3);
        drain.pump();
        acknowledge(SECOND);
        drain.acknowledged(ack("ingest", FakeOutlet.STORE, "[[1,1],[3,3]]"));

        clock.advance(Duration.ofSeconds(59));
        drain.pump();
        assertThat(port.sent).isEmpty();
        assertThat(drain.due()).isEqualTo(SECOND.toNanos());
        clock.advance(SECOND);
        drain.pump();

        assertThat(port.sent).singleElement().satisfies(sent -> assertThat(sent.text())
                .startsWith("{\"sequence\":2,"));
        assertThat(counted("repeated")).isEqualTo(1);
    }

    @Test
    void believesNoOtherConsumer() {
        drain = drain("ingest", 0);
        begin();
        outlet.offer(Lane.CRITICAL, "events", "{}");
        drain.pump();
        acknowledge(SECOND);

        drain.acknowledged(ack("somebody", FakeOutlet.STORE, "[[1,1]]"));
        drain.acknowledged(ack("ingest", "another-store-00", "[[1,1]]"));

        assertThat(outlet.kept()).isEqualTo(1);
    }

    @Test
    void takesNoHarmOfAnAcknowledgementThatIsGarbage() {
        drain = drain("ingest", 0);
        begin();
        outlet.offer(Lane.CRITICAL, "events", "{}");
        drain.pump();
        acknowledge(SECOND);

        for (String garbage : List.of(
                "",
                "nonsense",
                "[]",
                "{\"consumer\":7}",
                "{\"records\":[{\"lane\":\"none\"}]}",
                "{\"consumer\":\"ingest\",\"records\":{}}",
                "{\"consumer\":\"ingest\",\"store\":\"" + FakeOutlet.STORE
                        + "\",\"records\":[{\"lane\":\"critical\",\"stream\":\"events\",\"sequences\":[[9,1]]}]}",
                "[".repeat(100_000))) {
            drain.acknowledged(inbound(garbage));
        }

        assertThat(outlet.kept()).isEqualTo(1);
    }

    @Test
    void setsAsideWhatTheBrokerRefusesAndGoesOn() {
        begin();
        outlet.offer(Lane.EVENT, "forbidden", "{}");
        drain.pump();
        flight.delivered(port.sent.remove(0).token(), 0x87);
        outlet.offer(Lane.EVENT, "allowed", "{}");
        drain.pump();

        assertThat(topics()).containsExactly("event/allowed");
        assertThat(drain.trouble()).isNotNull().satisfies(trouble -> assertThat(trouble.cause())
                .contains("EVENT/forbidden", "0x87"));
        port.sent.clear();
        clock.advance(Duration.ofSeconds(60));
        drain.pump();
        assertThat(topics()).containsExactly("event/forbidden");
    }

    @Test
    void makesNoMessageThatTheBrokerDoesNotTake() {
        flight.open(port, 32, 4096);
        drain.begin();
        outlet.offer(Lane.EVENT, "events", "{\"text\":\"" + "x".repeat(990) + "\"}", 10);
        drain.pump();

        assertThat(port.sent).hasSizeBetween(4, 10).allSatisfy(sent -> assertThat(
                        sent.message().content().remaining())
                .isLessThan(4096));
    }

    @Test
    void setsARecordAsideThatTheBrokerNeverTakes() {
        flight.open(port, 32, 4096);
        drain.begin();
        outlet.offer(Lane.EVENT, "large", "{\"text\":\"" + "x".repeat(9000) + "\"}");
        outlet.offer(Lane.EVENT, "small", "{}");
        drain.pump();

        assertThat(topics()).containsExactly("event/small");
        assertThat(counted("tooLarge")).isEqualTo(1);
        assertThat(outlet.kept()).isEqualTo(2);
    }

    private static Inbound ack(String consumer, String store, String sequences) {
        return inbound("{\"consumer\":\"" + consumer + "\",\"store\":\"" + store
                + "\",\"records\":[{\"lane\":\"critical\",\"stream\":\"events\",\"sequences\":" + sequences + "}]}");
    }

    private static Inbound inbound(String text) {
        ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        return new Inbound("verge/v1/wuhan/wuhan-0417/ack", content, false, null, null, null, Map.of());
    }
}
