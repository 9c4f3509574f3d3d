package io.verge.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.verge.json.tree.JsonTreeException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes trees of JSON (RFC 8259) that strangers write: Map in the order of the text, List, String, BigDecimal, Boolean and null, none of
 * which can be changed. What has two readings is refused: a name given twice, anything behind the value, octets that are no UTF-8, half
 * a surrogate; and so is what is larger or deeper than allowed, before much memory is taken for it. Immutable; any thread.
 */
public final class JsonTreeReader {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 1_024;
    /** A document full of empty lists would become twenty times as large in memory. */
    private static final int MOST_VALUES = 200_000;

    private final int octets;
    private final int depth;
    private final int values;
    private final boolean whole;
    private final boolean named;
    private final JsonFactory factory;

    private JsonTreeReader(int octets, int depth, int values, boolean whole, boolean named) {
        this.octets = octets;
        this.depth = depth;
        this.values = values;
        this.whole = whole;
        this.named = named;
        factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }

    /**
     * Names have up to 1,024 characters and numbers up to 40; a document has up to 200,000 values.
     *
     * @param octets of a document at most
     * @param depth how many objects and arrays may be within each other
     */
    public static JsonTreeReader of(int octets, int depth) {
        return new JsonTreeReader(octets, depth, MOST_VALUES, false, false);
    }

    /** One that takes documents of so many values, for files of one's own that are larger than what strangers send. */
    public JsonTreeReader values(int most) {
        return new JsonTreeReader(octets, depth, most, whole, named);
    }

    /** One whose numbers are Long: what has a fraction or an exponent, or more than 64 bits, is refused. */
    public JsonTreeReader wholeNumbers() {
        return new JsonTreeReader(octets, depth, values, true, named);
    }

    /** One whose trees have {@link JsonNull} where others have null. */
    public JsonTreeReader namedNulls() {
        return new JsonTreeReader(octets, depth, values, whole, true);
    }

    /**
     * Reads one value.
     *
     * @param content in UTF-8; stays as it is
     */
    public @Nullable Object read(ByteBuffer content) throws JsonTreeException {
        if (content.remaining() > octets) {
            throw new JsonTreeException(
                    Reason.TOO_MUCH, "at most " + octets + " octets are taken, and these are " + content.remaining());
        }
        try (JsonParser in = factory.createParser(utf8(content))) {
            return new Reading(in, depth, values, whole, named).document();
        } catch (IOException e) {
            throw new JsonTreeException(Reason.MALFORMED, "this cannot be read: " + e.getMessage());
        }
    }

    /** The same. */
    public @Nullable Object read(byte[] content) throws JsonTreeException {
        return read(ByteBuffer.wrap(content));
    }

    /** The same, for what must be an object. */
    public Map<String, Object> object(ByteBuffer content) throws JsonTreeException {
        Object value = read(content);
        if (value instanceof Map<?, ?>) {
            return JsonTree.map(value);
        }
        throw new JsonTreeException(Reason.MALFORMED, "an object in JSON was expected");
    }

    /** The same. */
    public Map<String, Object> object(byte[] content) throws JsonTreeException {
        return object(ByteBuffer.wrap(content));
    }

    private static String utf8(ByteBuffer content) throws JsonTreeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content.duplicate())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonTreeException(Reason.MALFORMED, "this is no UTF-8");
        }
    }
}
