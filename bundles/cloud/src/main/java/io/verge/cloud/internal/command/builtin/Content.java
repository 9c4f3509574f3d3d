package io.verge.cloud.internal.command.builtin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.cloud.Command.Answer;
import io.verge.cloud.internal.tree.JsonTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** What requests hold and answers say. */
final class Content {
    private static final int LARGEST = 64 * 1024;
    private static final int NESTING = 8;

    private Content() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    static String json(Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * The object of a request; an empty one when it has no content.
     *
     * @throws IllegalArgumentException when it is no object
     */
    static Map<String, Object> object(ByteBuffer request) {
        return request.hasRemaining() ? JsonTree.object(request, LARGEST, NESTING) : Map.of();
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
