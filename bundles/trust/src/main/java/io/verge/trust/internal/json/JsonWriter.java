package io.verge.trust.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Trees as JSON that every reader takes, for files; what is signed is {@link CanonicalJson}. */
public final class JsonWriter {
    private JsonWriter() {}

    /** In UTF-8, fields in the order of their maps. */
    public static byte[] octets(Object value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(octets)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return octets.toByteArray();
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value == JsonNull.NULL) {
            out.writeNull();
        } else {
            out.writeString((String) value);
        }
    }
}
