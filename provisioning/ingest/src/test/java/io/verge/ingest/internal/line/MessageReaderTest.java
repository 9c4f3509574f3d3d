package io.verge.ingest.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.mqtt.Inflation;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final String TOPIC = "verge/v1/wuhan/crossing-1/record/critical/events";
    private static final String STORE = "00112233445566aa";
    private static final String GOOD =
            "{\"sequence\":12,\"time\":\"2026-05-01T12:00:00.5Z\",\"body\":{\"speed\":1.50}}";

    private final MessageReader reader = new MessageReader("wuhan");

    @Test
    void everyLineIsARecord() {
        MessageReader.Content content = read(GOOD + "\n" + GOOD.replace("12,", "13,") + "\n");

        Source source = new Source("wuhan", "crossing-1", "critical", "events");
        Instant time = Instant.parse("2026-05-01T12:00:00.5Z");
        assertThat(content.records())
                .containsExactly(
                        new ArrivedRecord(source, STORE, 12, time, false, "{\"speed\":1.50}"),
                        new ArrivedRecord(source, STORE, 13, time, false, "{\"speed\":1.50}"));
        assertThat(content.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "\"text \\u0000\"", "null", "[1, 2]", "-0.0", "true", "{ \"a\" : {} }"})
    void aBodyIsKeptAsItWasWritten(String body) {
        assertThat(read("{\"sequence\":1,\"body\":" + body + " ,\"time\":\"2026-05-01T12:00:00Z\"}")
                        .records())
                .extracting(ArrivedRecord::body)
                .containsExactly(body);
    }

    @Test
    void slashesInTheTopicAreTheStreams() {
        Message message = message(TOPIC.replace("events", "device/radar-ne"), GOOD, Map.of("store", STORE));

        assertThat(reader.read(message).records())
                .extracting(record -> record.source().stream())
                .containsExactly("device/radar-ne");
    }

    @Test
    void whatIsPackedWithTheDictionaryIsUnpacked() {
        Message packed = packed(GOOD.getBytes(UTF_8), Inflation.dictionary());

        assertThat(reader.read(packed).records())
                .extracting(ArrivedRecord::sequence)
                .containsExactly(12L);
    }

    @Test
    void whatIsPackedWithAnotherDictionaryIsRefused() {
        assertThat(reason(packed(GOOD.getBytes(UTF_8), "another".getBytes(UTF_8))))
                .contains("cannot be inflated");
    }

    @Test
    void whatIsCutOffIsRefused() {
        Message packed = packed(GOOD.getBytes(UTF_8), Inflation.dictionary());
        byte[] begin = Arrays.copyOf(packed.content(), packed.content().length / 2);

        assertThat(reason(new Message(TOPIC, begin, packed.properties()))).contains("ends too soon");
    }

    @Test
    void aSmallMessageThatInflatesWithoutEndIsRefused() {
        Message bomb = packed(new byte[MessageReader.INFLATED + 1], Inflation.dictionary());

        assertThat(bomb.content().length).isLessThan(20_000);
        assertThat(reason(bomb)).contains("when inflated");
    }

    @Test
    void aMessageThatIsTooGreatIsRefused() {
        assertThat(reason(message(TOPIC, " ".repeat(MessageReader.MESSAGE + 1), Map.of("store", STORE))))
                .isEqualTo("it is greater than 2097152 octets");
    }

    @Test
    void aBadLineDoesNotHoldUpTheOthers() {
        MessageReader.Content content = read("nonsense\n" + GOOD);

        assertThat(content.records()).hasSize(1);
        assertThat(content.refusals()).extracting(Refusal::record).containsOnlyNulls();
    }

    @Test
    void aBadLineWhoseNumberIsReadableCanBeAcknowledged() {
        assertThat(read("{\"sequence\":7,\"time\":\"yesterday\",\"body\":1}").refusals())
                .extracting(Refusal::record)
                .containsExactly(
                        new Refusal.Numbered(new Source("wuhan", "crossing-1", "critical", "events"), STORE, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | an object was expected",
                "{\"sequence\":1,\"time\":\"2026-05-01T12:00:00Z\"} | sequence, time and body were expected",
                "{\"sequence\":0} | sequence is a whole number from 1 to 2^63-1",
                "{\"sequence\":1.5} | sequence is a whole number from 1 to 2^63-1",
                "{\"sequence\":9223372036854775808} | sequence is a whole number from 1 to 2^63-1",
                "{\"time\":\"+1000000-01-01T00:00:00Z\"} | time is written like 2026-05-01T12:00:00Z, from 1970 to"
                        + " 2199",
                "{\"time\":\"2200-01-01T00:00:00Z\"} | time is written like 2026-05-01T12:00:00Z, from 1970 to 2199",
                "{\"sequence\":1} {} | one object was expected",
            })
    void aBadLineIsRefusedWithTheReason(String line, String reason) {
        assertThat(read(line).refusals()).extracting(Refusal::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"sequence\":1,\"sequence\":2}", "{\"sequence\":1", "{\"body\":NaN}", "{\"body\":01}", "\u0001"
            })
    void whatIsNoJsonIsRefused(String line) {
        assertThat(read(line).refusals())
                .extracting(Refusal::reason)
                .allMatch(reason -> reason.startsWith("it is no JSON"));
    }

    @Test
    void aBodyThatIsNestedWithoutEndIsRefused() {
        String deep = "{\"sequence\":1,\"body\":" + "[".repeat(100_000);

        assertThat(read(deep).refusals())
                .extracting(Refusal::reason)
                .allMatch(reason -> reason.contains("nesting depth"));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        Message message = new Message(TOPIC, new byte[] {(byte) 0xc3, 0x28}, Map.of("store", STORE));

        assertThat(reason(message)).isEqualTo("it is not in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verge/v1/wien/crossing-1/record/critical/events",
                "verge/v1/wuhan/crossing-1/record/urgent/events",
                "verge/v1/wuhan/crossing-1/record/critical/",
                "verge/v1/wuhan/Crossing/record/critical/events",
                "other"
            })
    void whatIsOfAnotherTenantOrNoTopicOfRecordsIsRefused(String topic) {
        assertThat(reader.read(message(topic, GOOD, Map.of("store", STORE))).records())
                .isEmpty();
    }

    @Test
    void recordsWithoutAStoreAreRefusedSinceNobodyCanTellThemApart() {
        assertThat(reason(message(TOPIC, GOOD, Map.of()))).contains("store");
    }

    @Test
    void nothingInAnEmptyMessageIsNothing() {
        assertThat(read("\n\n").refusals()).isEmpty();
    }

    private MessageReader.Content read(String lines) {
        return reader.read(message(TOPIC, lines, Map.of("store", STORE, "backlog", "false")));
    }

    private @Nullable String reason(Message message) {
        MessageReader.Content content = reader.read(message);
        assertThat(content.refusals()).hasSize(1);
        return content.refusals().get(0).reason();
    }

    private static Message message(String topic, String content, Map<String, String> properties) {
        return new Message(topic, content.getBytes(UTF_8), properties);
    }

    private static Message packed(byte[] plain, byte[] dictionary) {
        Deflater deflater = new Deflater();
        deflater.setDictionary(dictionary);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(octets, deflater)) {
            out.write(plain);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, String> properties = new HashMap<>(Map.of("store", STORE, "content-encoding", "deflate;dict=1"));
        return new Message(TOPIC, octets.toByteArray(), properties);
    }
}
