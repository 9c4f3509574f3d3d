package io.verge.transfer.hawkbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON (RFC 8259) of a stranger, bounded in depth and lengths. What is not there, or of another kind, reads as empty.
 *
 * @param value a map, a list, a string (numbers too), a Boolean, or null
 */
record Json(@Nullable Object value) {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 64 << 10;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(32)
                    .maxNameLength(1_024)
                    .build())
            .build();

    static Json parse(byte[] octets) throws IOException {
        try (JsonParser parser = FACTORY.createParser(octets)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IOException("the server's answer is empty");
            }
            return new Json(value(parser, first));
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    /** What an object has under a name, and that under the next, and so on. */
    Json at(String... names) {
        Object found = value;
        for (String name : names) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return new Json(found);
    }

    Optional<String> text() {
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
