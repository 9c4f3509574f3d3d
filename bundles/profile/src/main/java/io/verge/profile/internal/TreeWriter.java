package io.verge.profile.internal;

import io.verge.profile.ProfileTree.Plain;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a tree as YAML 1.2 that people can read: blocks with indentation, lists in brackets, texts in double quotes. */
public final class TreeWriter {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*|[0-9]{1,20}");

    private final StringBuilder out = new StringBuilder(4096);

    private TreeWriter() {}

    /** A whole profile. */
    public static String write(Map<String, ?> tree) {
        TreeWriter writer = new TreeWriter();
        if (tree.isEmpty()) {
            return "{}\n";
        }
        writer.entries(tree, "");
        return writer.out.toString();
    }

    private void entries(Map<?, ?> block, String indent) {
        for (Map.Entry<?, ?> entry : block.entrySet()) {
            out.append(indent);
            key(String.valueOf(entry.getKey()));
            if (entry.getValue() instanceof Map<?, ?> below && !below.isEmpty()) {
                out.append(":\n");
                entries(below, indent + "  ");
            } else {
                out.append(": ");
                value(entry.getValue());
                out.append('\n');
            }
        }
    }

    private void key(String key) {
        if (PLAIN_KEY.matcher(key).matches()) {
            out.append(key);
        } else {
            quoted(key);
        }
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            flow(map);
        } else if (value instanceof List<?> list) {
            flow(list);
        } else if (value instanceof String text) {
            quoted(text);
        } else if (value instanceof BigDecimal || value instanceof Boolean || value instanceof Plain) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("a profile has no values of " + value.getClass());
        }
    }

    private void flow(Map<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<?, ?> entry = i.next();
            quoted(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue());
            out.append(i.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private void flow(List<?> list) {
        out.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
            value(i.next());
            out.append(i.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    /** In double quotes; what a reader might fold, or YAML does not allow, is escaped (YAML 1.2.2 §5.7). */
    private void quoted(String text) {
        out.append('"');
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                out.append('\\').append((char) character);
            } else if ((character >= 0x20 && character <= 0x7e) || (character >= 0x100 && character <= 0xd7ff)) {
                out.appendCodePoint(character);
            } else if (character <= 0xffff) {
                out.append("\\u%04X".formatted(character));
            } else {
                out.appendCodePoint(character);
            }
        });
        out.append('"');
    }
}
