package io.verge.authority.json;

import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document, whose members are asked for by type; what is not so is refused by its name. A member that is null counts as
 * one that is not there.
 *
 * @param at where in the document, empty or ending with a dot
 * @param members in their order
 */
public record JsonObject(String at, Map<String, @Nullable Object> members) {
    /** That of a roll-out of a hundred thousand boxes. */
    private static final int LARGEST = 64 << 20;

    private static final int MOST_VALUES = 2_000_000;

    private static final int DEEPEST = 64;

    private static final JsonTreeReader READER =
            JsonTreeReader.of(LARGEST, DEEPEST).values(MOST_VALUES);

    /**
     * Reads a document that is an object. Numbers keep their digits, so that what is not understood is written again as it was.
     *
     * @param content in UTF-8
     * @throws IOException when it is none; says where and why
     */
    public static JsonObject read(byte[] content) throws IOException {
        try {
            if (READER.read(content) instanceof Map<?, ?> map) {
                return new JsonObject("", members(map));
            }
        } catch (JsonTreeException e) {
            throw new IOException(e.getMessage(), e);
        }
        throw new IOException("a JSON object was expected");
    }

    /** Whether it is there. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** A text that must be there. */
    public String text(String name) throws IOException {
        return required(name, String.class, "a text");
    }

    /** A text, or another one when there is none. */
    public String text(String name, String otherwise) throws IOException {
        return has(name) ? text(name) : otherwise;
    }

    /** A whole number of 64 bits that must be there. */
    public long whole(String name) throws IOException {
        Number number = required(name, Number.class, "a whole number");
        if (number instanceof Long whole) {
            return whole;
        }
        // Not 1.0, nor 1e2: the scale is 0 where no point and no exponent is.
        if (number instanceof BigDecimal digits
                && digits.scale() == 0
                && digits.unscaledValue().bitLength() < Long.SIZE) {
            return digits.longValue();
        }
        throw refused(name, "a whole number was expected");
    }

    /** A whole number, or another one when there is none. */
    public long whole(String name, long otherwise) throws IOException {
        return has(name) ? whole(name) : otherwise;
    }

    /** Any number, or another one when there is none. */
    public double number(String name, double otherwise) throws IOException {
        return has(name) ? required(name, Number.class, "a number").doubleValue() : otherwise;
    }

    /** True or false; false when there is none. */
    public boolean flag(String name) throws IOException {
        return has(name) && required(name, Boolean.class, "true or false");
    }

    /** A time such as 2026-12-31T18:00:00Z. */
    public Optional<Instant> time(String name) throws IOException {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text(name)));
        } catch (DateTimeException e) {
            throw refused(name, "a time such as 2026-12-31T18:00:00Z was expected");
        }
    }

    /** How long, such as PT12H, or another when it is not said. */
    public Duration duration(String name, Duration otherwise) throws IOException {
        if (!has(name)) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text(name));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw refused(name, "a duration such as PT12H or PT30M was expected");
    }

    /** An object; empty when there is none. */
    public JsonObject object(String name) throws IOException {
        return has(name) ? objectOf(name, members.get(name)) : new JsonObject(at + name + ".", new LinkedHashMap<>());
    }

    /** Objects in a list; none when there is no such list. */
    public List<JsonObject> objects(String name) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(objectOf(name + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    /** Texts in a list; none when there is no such list. */
    public List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw refused(name, "a list of texts was expected");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Refuses a member. */
    public IOException refused(String name, String why) {
        return new IOException(at + name + ": " + why);
    }

    private List<?> list(String name) throws IOException {
        return has(name) ? required(name, List.class, "a list") : List.of();
    }

    private JsonObject objectOf(String name, @Nullable Object value) throws IOException {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(name, "an object was expected");
        }
        return new JsonObject(at + name + ".", members(map));
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), member));
        return members;
    }

    private <T> T required(String name, Class<T> type, String expected) throws IOException {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw refused(name, value == null ? "it is missing" : expected + " was expected");
        }
        return type.cast(value);
    }
}
