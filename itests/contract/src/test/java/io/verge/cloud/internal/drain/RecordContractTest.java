package io.verge.cloud.internal.drain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.drain.DrainSettings.Compression;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Message;
import io.verge.ingest.internal.line.MessageReader;
import io.verge.ingest.internal.line.Source;
import io.verge.ingest.internal.session.Acknowledgements;
import io.verge.itests.contract.Contract;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages of records that a box makes, and the acknowledgements that it takes. */
class RecordContractTest {
    private static final String STORE = "00112233445566aa";
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00.25Z");

    @Test
    void everyLineIsAsTheContractSays() {
        Outbound message = pack(Compression.NEVER, Lane.CRITICAL);

        assertThat(text(message).lines()).hasSize(2).allSatisfy(line -> assertThat(
                        Contract.problems("record-line", line))
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "NEVER"})
    void userPropertiesAreAsTheContractSays(Compression compression) {
        String properties = pack(compression, Lane.EVENT).properties().entrySet().stream()
                .map(property -> "\"" + property.getKey() + "\":\"" + property.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(Contract.problems("record-properties", properties)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void qualityAndRetentionAreAsTheContractSays(Lane lane) {
        Outbound message = pack(Compression.NEVER, lane);

        assertThat(message.quality()).isEqualTo(Contract.binding("sendRecords").get("qos"));
        assertThat(message.retained()).isEqualTo(Contract.binding("sendRecords").get("retain"));
        assertThat(message.contentType()).isEqualTo("application/x-ndjson");
    }

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "NEVER"})
    void theConsumerReadsWhatTheBoxSends(Compression compression) {
        MessageReader.Content content = new MessageReader("wuhan").read(arrived(pack(compression, Lane.TELEMETRY)));

        Source source = new Source("wuhan", "crossing-1", "telemetry", "device/radar-ne");
        assertThat(content.refusals()).isEmpty();
        assertThat(content.records())
                .containsExactly(
                        new ArrivedRecord(source, STORE, 12, TIME, true, "{\"speed\":1.50}"),
                        new ArrivedRecord(source, STORE, 13, TIME, true, "{\"speed\":1.50}"));
    }

    @Test
    void whatTheConsumerAcknowledgesIsAsTheContractSaysAndTheBoxReadsIt() throws Exception {
        Acknowledgements stored = new Acknowledgements("ingest");
        for (long sequence : new long[] {1, 2, 3, 6}) {
            stored.add(new Source("wuhan", "crossing-1", "critical", "device/radar-ne"), STORE, sequence);
        }
        Acknowledgements.Acknowledgement message = stored.messages().get(0);

        assertThat(message.topic()).isEqualTo(new Topics("wuhan", "crossing-1").ack());
        assertThat(Contract.problems("ack", message.content())).isEmpty();
        assertThat(read(message.content()))
                .isEqualTo(new Acknowledgement(
                        "ingest",
                        STORE,
                        List.of(
                                new Acknowledgement.Range(Lane.CRITICAL, "device/radar-ne", 1, 3),
                                new Acknowledgement.Range(Lane.CRITICAL, "device/radar-ne", 6, 6))));
    }

    @Test
    void aBoxReadsTheContractsExampleOfAnAcknowledgement() throws Exception {
        assertThat(read(Contract.examples("ack").get(0)).ranges()).hasSize(2);
    }

    private static Acknowledgement read(String content) throws java.io.IOException {
        return Acknowledgement.read(ByteBuffer.wrap(content.getBytes(UTF_8)));
    }

    private static Outbound pack(Compression compression, Lane lane) {
        DrainSettings settings =
                new DrainSettings("ingest", Duration.ofSeconds(60), Duration.ZERO, 0.5, 65_536, compression, 1);
        try (Packer packer = new Packer(new Topics("wuhan", "crossing-1"), settings, ManualClock.standing())) {
            return packer.pack(List.of(record(lane, 12), record(lane, 13)), Double.NaN);
        }
    }

    private static StoredRecord record(Lane lane, long sequence) {
        ByteBuffer body = ByteBuffer.wrap("{\"speed\":1.50}".getBytes(UTF_8));
        return new StoredRecord(STORE, lane, "device/radar-ne", sequence, TIME, null, true, body);
    }

    private static String text(Outbound message) {
        return UTF_8.decode(message.content()).toString();
    }

    private static Message arrived(Outbound message) {
        byte[] octets = new byte[message.content().remaining()];
        message.content().get(octets);
        return new Message(message.topic(), octets, message.properties());
    }
}
