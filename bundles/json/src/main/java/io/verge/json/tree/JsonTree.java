package io.verge.json.tree;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as trees of Map with String keys in their order, List, String, BigDecimal or Long, Boolean and null. {@link
 * JsonTreeReader} makes them of octets.
 */
public final class JsonTree {
    private JsonTree() {}

    /** What is known to be an object; an empty one for null. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object object) {
        return object == null ? Map.of() : (Map<String, Object>) object;
    }

    /**
     * Writes one value, without white space. What is of another type is written as its text.
     *
     * @param value of the types of a tree, {@link JsonNull}, or Integer
     */
    public static String write(@Nullable Object value) {
        return JsonText.of(out -> write(out, value));
    }

    /** The same in UTF-8. */
    public static byte[] octets(@Nullable Object value) {
        return JsonText.octets(out -> write(out, value));
    }

    /** The same through a generator, which says how it looks. */
    public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null || value == JsonNull.NULL) {
            out.writeNull();
        } else if (value instanceof Map<?, ?> map) {
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
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeString(String.valueOf(value));
        }
    }
}
