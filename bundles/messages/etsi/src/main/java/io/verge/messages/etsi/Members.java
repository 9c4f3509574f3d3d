package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.JerReader;
import io.verge.messages.uper.Octets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, set aside so that their order does not matter. A member that no one takes is an
 * error.
 */
final class Members implements FieldReader {
    private final Map<String, String> left = new LinkedHashMap<>();

    /** The members of the object that a text consists of. */
    Members(String json) throws CodecException {
        try (JerReader in = new JerReader(json)) {
            in.beginObject();
            for (String name = in.member(); name != null; name = in.member()) {
                left.put(name, in.aside());
            }
            in.finish();
        }
    }

    /** Reads one value. */
    @FunctionalInterface
    private interface Value<T> {
        T read(JerReader in) throws CodecException;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /** The text of a member's value; null when there is no such member. */
    @Nullable
    String takeIfPresent(String name) {
        return left.remove(name);
    }

    /** The text of a member's value. */
    String take(String name) throws CodecException {
        String json = left.remove(name);
        if (json == null) {
            throw CodecException.because("missing").in("." + name);
        }
        return json;
    }

    /** Fails when a member was not taken. */
    void finish() throws CodecException {
        for (String name : left.keySet()) {
            throw CodecException.because("no such member").in("." + name);
        }
    }

    /** Hexadecimal octets of any number. */
    Octets octets(String name) throws CodecException {
        return value(name, JerReader::octets);
    }

    private <T> T value(String name, Value<T> kind) throws CodecException {
        String json = take(name);
        try (JerReader in = new JerReader(json)) {
            return kind.read(in);
        } catch (CodecException e) {
            throw e.in("." + name);
        }
    }

    @Override
    public <T> T nested(String field, Structure<T> structure) throws CodecException {
        String json = take(field);
        try {
            Members members = new Members(json);
            T value = structure.decode(members);
            members.finish();
            return value;
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public long unsigned(String field, int width, long maximum) throws CodecException {
        return ranged(field, 0, maximum);
    }

    @Override
    public int signed(String field, int width) throws CodecException {
        long limit = 1L << (width - 1);
        return (int) ranged(field, -limit, limit - 1);
    }

    private long ranged(String field, long lower, long upper) throws CodecException {
        return value(field, in -> in.integer(lower, upper));
    }

    @Override
    public boolean flag(String field) throws CodecException {
        return value(field, JerReader::bool);
    }

    @Override
    public int index(String field, int width, String[] texts) throws CodecException {
        return value(field, in -> {
            String text = in.text();
            for (int i = 0; i < texts.length; i++) {
                if (texts[i].equals(text)) {
                    return i;
                }
            }
            throw in.error("expected one of " + String.join(", ", texts));
        });
    }

    @Override
    public Octets octets(String field, int length) throws CodecException {
        Octets octets = octets(field);
        if (octets.length() != length) {
            throw CodecException.because(octets.length() + " octets of " + length)
                    .in("." + field);
        }
        return octets;
    }

    @Override
    public int reserved(String field, int width) throws CodecException {
        return has(field) ? number(field, width) : 0;
    }

    @Override
    public int length(String field) throws CodecException {
        return has(field) ? number(field, Short.SIZE) : -1;
    }
}
