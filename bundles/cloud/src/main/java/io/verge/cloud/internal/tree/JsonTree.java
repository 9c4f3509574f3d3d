package io.verge.cloud.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as trees of Map with String keys in their order, List, String, BigDecimal, Boolean and null. Reading is strict: a key
 * given twice, anything behind the value, numbers that are none and octets that are no UTF-8 are refused, and so is what is larger
 * or deeper than the reader allows.
 */
public final class JsonTree {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 1_000;

    private JsonTree() {}

    /**
     * Reads one value.
     *
     * @param content in UTF-8
     * @param most octets at most
     * @param deepest how many objects and arrays may be within each other
     * @throws IllegalArgumentException when it is not so; says why, for people, without what was found
     */
    public static @Nullable Object read(ByteBuffer content, int most, int deepest) {
        if (content.remaining() > most) {
            throw new IllegalArgumentException(
                    "at most " + most + " octets are taken, and these are " + content.remaining());
        }
        String text = utf8(content);
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
        try (JsonParser in = factory.createParser(text)) {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("this is no JSON: it is empty");
            }
            Object value = value(in, first);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("this is no JSON: something follows the value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException(
                    "it is nested more than " + deepest + " deep, or has a number or a name that is too long", e);
        } catch (IOException | NumberFormatException e) {
            throw new IllegalArgumentException("this is no JSON that is taken: " + firstLine(e), e);
        }
    }

    /** The same, for what must be an object. */
    public static Map<String, Object> object(ByteBuffer content, int most, int deepest) {
        Object value = read(content, most, deepest);
        if (value instanceof Map<?, ?>) {
            return map(value);
        }
        throw new IllegalArgumentException("an object in JSON was expected");
    }

    /** What is known to be an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object object) {
        return object == null ? Map.of() : (Map<String, Object>) object;
    }

    /**
     * Writes one value, without white space. What is of another type is written as its text.
     *
     * @param value of the types of a tree, or other numbers
     */
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            write(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String utf8(ByteBuffer content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content.duplicate())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("this is no UTF-8", e);
        }
    }

    private static @Nullable Object value(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(in.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("a value was expected");
        };
    }

    @SuppressWarnings("NullAway") // a tree holds null, which the type of a Map's values cannot say
    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.put(name, value(in, in.nextToken()));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser in) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            array.add(value(in, token));
        }
        return array;
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
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

    /** What follows in a parser's message is an excerpt of the source. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
