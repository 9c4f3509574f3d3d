package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command.Answer;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** What requests hold and answers say. */
final class Content {
    private static final JsonTreeReader READER = JsonTreeReader.of(64 * 1024, 8);

    private Content() {}

    /**
     * The object of a request; an empty one when it has no content.
     *
     * @throws IllegalArgumentException when it is no object
     */
    static Map<String, Object> object(ByteBuffer request) {
        try {
            return request.hasRemaining() ? READER.object(request) : Map.of();
        } catch (JsonTreeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * A text that must be there.
     *
     * @throws IllegalArgumentException when it is not
     */
    static String text(Map<String, Object> object, String key) {
        if (object.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(key + ": a text was expected");
    }

    /**
     * A whole number between bounds.
     *
     * @throws IllegalArgumentException when it is there and is none
     */
    static long whole(Map<String, Object> object, String key, long otherwise, long least, long most) {
        Object value = object.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException(key + ": a whole number from " + least + " to " + most + " was expected");
    }

    static Answer why(int code, String why) {
        return new Answer(code, JsonTree.write(Map.of("why", why)));
    }

    static Answer problems(int code, List<String> problems) {
        return new Answer(code, JsonTree.write(Map.of("problems", problems)));
    }
}
