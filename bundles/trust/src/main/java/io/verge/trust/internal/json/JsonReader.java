package io.verge.trust.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata as trees of Map, List, String, Long, Boolean and {@link JsonNull}, none of which can be changed. What has two readings is
 * refused, so that what was signed is what is understood: names given twice, fractions, numbers beyond 64 bits, octets that are no
 * UTF-8, surrogates alone, anything behind the object.
 */
public final class JsonReader {
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 1_024;

    /** A file full of empty lists would become twenty times as large in memory, before anybody's signature is checked. */
    private static final int MOST_VALUES = 200_000;

    private final String role;
    private final JsonParser in;
    private int values;

    private JsonReader(String role, JsonParser in) {
        this.role = role;
        this.in = in;
    }

    /**
     * Reads one object.
     *
     * @param role for messages
     * @param deepest how many objects and arrays may be within each other
     */
    public static JsonObject read(String role, byte[] content, int deepest) throws TrustException {
        try (JsonParser in = factory(deepest).createParser(utf8(content))) {
            return new JsonReader(role, in).document();
        } catch (IOException e) {
            throw new TrustException(Reason.MALFORMED, role, "is no JSON that is taken: " + firstLine(e));
        }
    }

    private static JsonFactory factory(int deepest) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }

    private static String utf8(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private JsonObject document() throws IOException, TrustException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("is no JSON object");
        }
        Map<String, Object> object = object();
        if (in.nextToken() != null) {
            throw malformed("goes on behind its JSON object");
        }
        return new JsonObject(role, "", object);
    }

    private Map<String, Object> object() throws IOException, TrustException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.put(whole(name), value(in.nextToken()));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<Object> array() throws IOException, TrustException {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            array.add(value(token));
        }
        return Collections.unmodifiableList(array);
    }

    private Object value(JsonToken token) throws IOException, TrustException {
        if (++values > MOST_VALUES) {
            throw new TrustException(Reason.TOO_MUCH, role, "has more than " + MOST_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> whole(in.getText());
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw malformed("has a number with a fraction or exponent, which canonical JSON has not");
        };
    }

    /** A surrogate alone has no octets in UTF-8, so nothing could be signed. */
    private String whole(String text) throws TrustException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw malformed("has a text with half a character");
        }
        return text;
    }

    private TrustException malformed(String message) {
        return new TrustException(Reason.MALFORMED, role, message);
    }

    /** What follows in a parser's message is an excerpt of the source. */
    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
