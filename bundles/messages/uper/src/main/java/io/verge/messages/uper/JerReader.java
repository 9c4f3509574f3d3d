package io.verge.messages.uper;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON after X.697, one value after the other. For use by one thread. */
public final class JerReader implements Closeable {
    private static final int MAX_DEPTH = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final JsonParser in;
    /** The token that a {@code peek} has seen and no one has taken. */
    private @Nullable JsonToken ahead;

    /** A reader of one JSON text. */
    public JerReader(String json) throws CodecException {
        try {
            in = JSON.createParser(json);
        } catch (IOException e) {
            throw CodecException.because("no JSON: " + e.getMessage());
        }
    }

    /** Fails unless the text ends here. */
    public void finish() throws CodecException {
        JsonToken token = peek();
        if (token != null) {
            throw error("more text after the value");
        }
    }

    private @Nullable JsonToken peek() throws CodecException {
        if (ahead == null) {
            try {
                ahead = in.nextToken();
            } catch (IOException e) {
                throw malformed(e);
            }
        }
        return ahead;
    }

    private void take(JsonToken expected, String what) throws CodecException {
        JsonToken token = peek();
        if (token != expected) {
            throw error("expected " + what + ", found " + (token == null ? "the end" : found(token)));
        }
        ahead = null;
    }

    private static String found(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case END_OBJECT -> "the end of the object";
            case END_ARRAY -> "the end of the array";
            default -> "nothing of use";
        };
    }

    private static CodecException malformed(IOException e) {
        String message = e.getMessage();
        int end = message == null ? 0 : message.indexOf('\n');
        return CodecException.because("no JSON: " + (message == null || end < 1 ? message : message.substring(0, end)));
    }

    /** An error at this place of the text. */
    public CodecException error(String reason) {
        JsonLocation place = in.currentTokenLocation();
        return CodecException.because("column " + Math.max(place.getColumnNr(), 1) + ": " + reason);
    }

    public void beginObject() throws CodecException {
        take(JsonToken.START_OBJECT, "an object");
    }

    public void beginArray() throws CodecException {
        take(JsonToken.START_ARRAY, "an array");
    }

    /**
     * The name of the next member.
     *
     * @return null at the end of the object, which is then left
     */
    public @Nullable String member() throws CodecException {
        if (peek() == JsonToken.END_OBJECT) {
            ahead = null;
            return null;
        }
        take(JsonToken.FIELD_NAME, "a member");
        return string();
    }

    /** Whether another element follows in the array; at its end the array is left. */
    public boolean element() throws CodecException {
        if (peek() == JsonToken.END_ARRAY) {
            ahead = null;
            return false;
        }
        return true;
    }

    private String string() throws CodecException {
        try {
            return in.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** The error for a member that the type does not have. */
    public CodecException noSuchMember(String name) {
        return error("no such member: " + name);
    }

    /**
     * A member that must be there.
     *
     * @param value what was read for it
     * @param identifier its name
     */
    public <T> T required(@Nullable T value, String identifier) throws CodecException {
        if (value == null) {
            throw error(identifier + " is missing");
        }
        return value;
    }

    public boolean bool() throws CodecException {
        if (peek() == JsonToken.VALUE_FALSE) {
            ahead = null;
            return false;
        }
        take(JsonToken.VALUE_TRUE, "true or false");
        return true;
    }

    /** An integer that fits a long. */
    public long integer() throws CodecException {
        return number(Long.SIZE - 1, true);
    }

    /** An integer of an unsigned 64-bit range. */
    public long unsigned() throws CodecException {
        return number(Long.SIZE, false);
    }

    private long number(int bits, boolean signed) throws CodecException {
        BigInteger value = bigInteger();
        if (value.bitLength() > bits || (!signed && value.signum() < 0)) {
            throw error("value " + value + " does not fit 64 bits");
        }
        return value.longValue();
    }

    private BigInteger bigInteger() throws CodecException {
        take(JsonToken.VALUE_NUMBER_INT, "an integer");
        try {
            return in.getBigIntegerValue();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** An integer within bounds. */
    public long integer(long lower, long upper) throws CodecException {
        BigInteger value = bigInteger();
        boolean inside = value.bitLength() < Long.SIZE && value.longValue() >= lower && value.longValue() <= upper;
        if (!inside) {
            throw error("value " + value + " of " + lower + ".." + upper);
        }
        return value.longValue();
    }

    /** An integer within bounds that fit an int. */
    public int integer(int lower, int upper) throws CodecException {
        return (int) integer((long) lower, (long) upper);
    }

    public String text() throws CodecException {
        take(JsonToken.VALUE_STRING, "a string");
        return string();
    }

    /**
     * NULL.
     *
     * @return true, so that a NULL can be kept like a value
     */
    public boolean nothing() throws CodecException {
        take(JsonToken.VALUE_NULL, "null");
        return true;
    }

    public Octets octets() throws CodecException {
        String hex = text();
        try {
            return Octets.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw error("not hexadecimal octets: " + shortened(hex));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** A BIT STRING of fixed size. */
    public BitString fixedBits(int length) throws CodecException {
        Octets octets = octets();
        if (octets.length() != (length + 7) / 8) {
            throw error(octets.length() + " octets for a string of " + length + " bits");
        }
        return BitString.copyOf(octets.array(), length);
    }

    /** A BIT STRING of varying size. */
    public BitString bits() throws CodecException {
        Octets value = null;
        Integer length = null;
        beginObject();
        for (String name = member(); name != null; name = member()) {
            switch (name) {
                case "value" -> value = octets();
                case "length" -> length = integer(0, Integer.MAX_VALUE - 7);
                default -> throw noSuchMember(name);
            }
        }
        Octets octets = required(value, "value");
        int bits = required(length, "length");
        if (octets.length() != (bits + 7) / 8) {
            throw error(octets.length() + " octets for a string of " + bits + " bits");
        }
        return BitString.copyOf(octets.array(), bits);
    }

    /** Whether a member holds additions of a later edition. */
    public static boolean isAdditions(String name) {
        return name.equals(JerWriter.UNKNOWN);
    }

    /** What {@link JerWriter#additions} wrote. */
    public Additions additions() throws CodecException {
        Integer count = null;
        List<Additions.Addition> unknown = new ArrayList<>();
        beginObject();
        for (String name = member(); name != null; name = member()) {
            if (name.equals("count")) {
                count = integer(1, 16_383);
            } else {
                unknown.add(new Additions.Addition(number(name), octets()));
            }
        }
        try {
            return new Additions(required(count, "count"), unknown);
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The index of a CHOICE alternative of a later edition.
     *
     * @param name a member that is no known alternative
     */
    public int unknownAlternative(String name) throws CodecException {
        if (!name.startsWith(JerWriter.UNKNOWN)) {
            throw noSuchMember(name);
        }
        return number(name.substring(JerWriter.UNKNOWN.length()));
    }

    private int number(String text) throws CodecException {
        if (!text.matches("[0-9]{1,9}")) {
            throw error("not a number: " + shortened(text));
        }
        return Integer.parseInt(text);
    }

    /** Fails unless the object ends here. */
    public void endObject() throws CodecException {
        take(JsonToken.END_OBJECT, "the end of the object");
    }

    /** Whether the next value is a string: an open type whose content is not known. */
    public boolean atString() throws CodecException {
        return peek() == JsonToken.VALUE_STRING;
    }

    /** Sets the next value aside as text: what it means is not known before a later member is read. */
    public String aside() throws CodecException {
        peek();
        ahead = null;
        StringWriter copy = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(copy)) {
            out.copyCurrentStructure(in);
        } catch (IOException e) {
            throw malformed(e);
        }
        return copy.toString();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing text in memory failed", e);
        }
    }
}
