package io.verge.outbox.internal.recovery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.api.outbox.Lane;
import io.verge.outbox.internal.Ranges;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks through all pages twice: for the names of the streams, and for the records. */
public final class Salvage {
    private static final int RECORD = 7;
    private static final int STREAM = 4;
    private static final String STORE = "[0-9a-f]{16}";
    private static final Lane[] LANES = Lane.values();

    private final JsonFactory json = new JsonFactory();
    private final Map<Integer, Stream> streams = new HashMap<>();
    private final Map<Integer, Ranges> written = new HashMap<>();
    private @Nullable String store;
    private long count;

    private record Stream(Lane lane, String name) {}

    /**
     * Writes a line of JSON for each record.
     *
     * @return how many
     * @throws IOException when the file cannot be read at all, or the lines cannot be written
     */
    public long write(Path file, Writer out) throws IOException {
        try (Pages pages = new Pages(file)) {
            Cells cells = new Cells(pages);
            pages.forEach((page, first) -> cells.of(page, first).forEach(this::learn));
            pages.forEach((page, first) -> {
                for (Cells.Row row : cells.of(page, first)) {
                    write(row.columns(), out);
                }
            });
        }
        return count;
    }

    private void learn(Cells.Row row) {
        List<@Nullable Object> columns = row.columns();
        if (columns.size() == 1 && columns.get(0) instanceof String id && id.matches(STORE)) {
            store = id;
        } else if (columns.size() == STREAM
                && columns.get(1) instanceof Long lane
                && columns.get(2) instanceof String name
                && lane >= 0
                && lane < LANES.length) {
            streams.put((int) row.id(), new Stream(LANES[lane.intValue()], name));
        }
    }

    private void write(List<@Nullable Object> columns, Writer out) throws IOException {
        if (columns.size() == RECORD
                && columns.get(1) instanceof Long stream
                && columns.get(2) instanceof Long sequence
                && columns.get(4) instanceof Long time
                && columns.get(6) instanceof byte[] content
                && !written.computeIfAbsent(stream.intValue(), none -> new Ranges())
                        .contains(sequence)) {
            written.computeIfAbsent(stream.intValue(), none -> new Ranges()).add(sequence);
            try (JsonGenerator line = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
                line.writeStartObject();
                name(line, stream.intValue());
                line.writeNumberField("sequence", sequence);
                line.writeStringField("time", Instant.ofEpochSecond(0, time).toString());
                body(line, content);
                line.writeEndObject();
            }
            out.write('\n');
            count++;
        }
    }

    /** The number of the stream when its name is not to be found. */
    private void name(JsonGenerator line, int number) throws IOException {
        if (store != null) {
            line.writeStringField("store", store);
        }
        Stream stream = streams.get(number);
        if (stream == null) {
            line.writeNumberField("streamNumber", number);
        } else {
            line.writeStringField("lane", stream.lane().name().toLowerCase(Locale.ROOT));
            line.writeStringField("stream", stream.name());
        }
    }

    /** As it is when it is JSON, in base 64 when it is not. */
    private void body(JsonGenerator line, byte[] content) throws IOException {
        if (isJson(content)) {
            line.writeFieldName("body");
            try (JsonParser parser = json.createParser(content)) {
                parser.nextToken();
                line.copyCurrentStructure(parser);
            }
        } else {
            line.writeBinaryField("octets", content);
        }
    }

    private boolean isJson(byte[] content) {
        try (JsonParser parser = json.createParser(content)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
