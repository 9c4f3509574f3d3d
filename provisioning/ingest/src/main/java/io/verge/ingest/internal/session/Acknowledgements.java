package io.verge.ingest.internal.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.ingest.internal.line.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a consumer tells boxes of a batch that it has stored: one message for each outbox, with the sequences as ranges. Only of the
 * lane {@code critical}; of the others a box is content with the broker's word.
 */
public final class Acknowledgements {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String consumer;
    private final Map<Outbox, Map<String, NavigableSet<Long>>> sequences = new TreeMap<>();

    /** None yet. */
    public Acknowledgements(String consumer) {
        this.consumer = consumer;
    }

    /** One message to a box. */
    public record Acknowledgement(String topic, String content) {}

    private record Outbox(String tenant, String box, String store) implements Comparable<Outbox> {
        @Override
        public int compareTo(Outbox other) {
            return toString().compareTo(other.toString());
        }
    }

    /** A record that is durable; passed over when no box waits for the word. */
    public void add(Source source, String store, long sequence) {
        if (source.acknowledged()) {
            sequences
                    .computeIfAbsent(new Outbox(source.tenant(), source.box(), store), outbox -> new TreeMap<>())
                    .computeIfAbsent(source.stream(), stream -> new TreeSet<>())
                    .add(sequence);
        }
    }

    /** All of them. */
    public List<Acknowledgement> messages() {
        return sequences.entrySet().stream()
                .map(entry -> new Acknowledgement(
                        "verge/v1/%s/%s/ack"
                                .formatted(
                                        entry.getKey().tenant(), entry.getKey().box()),
                        content(entry.getKey().store(), entry.getValue())))
                .toList();
    }

    private String content(String store, Map<String, NavigableSet<Long>> streams) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("consumer", consumer);
            out.writeStringField("store", store);
            out.writeArrayFieldStart("records");
            for (Map.Entry<String, NavigableSet<Long>> stream : streams.entrySet()) {
                out.writeStartObject();
                out.writeStringField("lane", Source.CRITICAL);
                out.writeStringField("stream", stream.getKey());
                out.writeArrayFieldStart("sequences");
                ranges(out, stream.getValue());
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return text.toString();
    }

    private static void ranges(JsonGenerator out, NavigableSet<Long> sequences) throws IOException {
        long first = sequences.first();
        long last = first;
        for (long sequence : sequences.tailSet(first, false)) {
            if (sequence != last + 1) {
                range(out, first, last);
                first = sequence;
            }
            last = sequence;
        }
        range(out, first, last);
    }

    private static void range(JsonGenerator out, long first, long last) throws IOException {
        out.writeArray(new long[] {first, last}, 0, 2);
    }
}
