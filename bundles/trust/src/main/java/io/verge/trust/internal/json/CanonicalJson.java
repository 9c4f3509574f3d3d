package io.verge.trust.internal.json;

import io.verge.json.tree.JsonNull;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is signed: OLPC canonical JSON. Names sorted by code point, no white space, in texts only the quotation mark and the backslash
 * escaped, whole numbers. It is not always JSON: control characters stand as they are.
 */
public final class CanonicalJson {
    /** UTF-16 sorts characters beyond the first 65 536 before some that have lower code points. */
    private static final Comparator<String> BY_CODE_POINT = (a, b) -> {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    };

    private CanonicalJson() {}

    /**
     * In UTF-8.
     *
     * @param value a tree as {@link JsonReader} makes them; Integer is taken too
     */
    public static byte[] octets(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            writeObject(out, map);
        } else if (value instanceof List<?> list) {
            writeArray(out, list);
        } else if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else if (value == JsonNull.NULL) {
            out.append("null");
        } else {
            throw new IllegalArgumentException(value.getClass() + " has no canonical JSON");
        }
    }

    private static void writeObject(StringBuilder out, Map<?, ?> map) {
        List<String> names = new ArrayList<>();
        map.keySet().forEach(name -> names.add((String) name));
        names.sort(BY_CODE_POINT);
        out.append('{');
        String separator = "";
        for (String name : names) {
            out.append(separator);
            writeText(out, name);
            out.append(':');
            write(out, Objects.requireNonNull(map.get(name)));
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(StringBuilder out, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object item : list) {
            out.append(separator);
            write(out, item);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
