package io.verge.transfer.hawkbit;

import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON of a stranger. What is not there, or of another kind, reads as empty.
 *
 * @param value a map, a list, a string, a number, a Boolean, or null
 */
record Json(@Nullable Object value) {
    /** The longest answer, octets. */
    static final int LONGEST = 1 << 20;

    private static final JsonTreeReader READER = JsonTreeReader.of(LONGEST, 32);

    static Json parse(byte[] octets) throws IOException {
        try {
            return new Json(READER.read(octets));
        } catch (JsonTreeException e) {
            throw new IOException("the server's answer: " + e.getMessage(), e);
        }
    }

    /** What an object has under a name, and that under the next, and so on. */
    Json at(String... names) {
        Object found = value;
        for (String name : names) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return new Json(found);
    }

    /** A number too: servers write ids either way. */
    Optional<String> text() {
        if (value instanceof BigDecimal number) {
            return Optional.of(number.toString());
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    List<Json> list() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    /** A count; -1 when it is none. */
    long count() {
        try {
            return Math.max(-1, Long.parseLong(text().orElse("-1")));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
