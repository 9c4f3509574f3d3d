package io.verge.trust.internal.json;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document, whose fields are asked for by type; what is not so is refused by its name.
 *
 * @param role whose document
 * @param at where in it, empty or ending with a dot
 */
public record JsonObject(String role, String at, Map<String, Object> fields) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) throws TrustException {
        return required(name, String.class, "a text");
    }

    public long number(String name, long least) throws TrustException {
        long number = required(name, Long.class, "a whole number");
        if (number < least) {
            throw refused(name, "must be at least " + least);
        }
        return number;
    }

    public boolean flag(String name, boolean otherwise) throws TrustException {
        return has(name) ? required(name, Boolean.class, "true or false") : otherwise;
    }

    /** In UTC, as ISO 8601 with a Z. */
    public Instant time(String name) throws TrustException {
        String text = text(name);
        try {
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Such as 30 February: refused below.
        }
        throw refused(name, "must be a time such as 2026-12-31T23:59:59Z");
    }

    public Optional<Instant> optionalTime(String name) throws TrustException {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    public JsonObject object(String name) throws TrustException {
        return objectOf(name, fields.get(name));
    }

    /** An empty one when there is none. */
    public JsonObject optionalObject(String name) throws TrustException {
        return has(name) ? object(name) : new JsonObject(role, at + name + ".", Map.of());
    }

    /** Fields of an object all of whose values are objects, in their order. */
    public Map<String, JsonObject> objectsByName() throws TrustException {
        Map<String, JsonObject> objects = new LinkedHashMap<>();
        for (String name : fields.keySet()) {
            objects.put(name, object(name));
        }
        return objects;
    }

    public List<JsonObject> objects(String name) throws TrustException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : required(name, List.class, "a list")) {
            objects.add(objectOf(name, item));
        }
        return objects;
    }

    public List<String> texts(String name) throws TrustException {
        List<String> texts = new ArrayList<>();
        for (Object item : required(name, List.class, "a list")) {
            if (!(item instanceof String text)) {
                throw refused(name, "must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    public TrustException refused(String name, String message) {
        return new TrustException(Reason.MALFORMED, role, at + name + " " + message);
    }

    private JsonObject objectOf(String name, @Nullable Object value) throws TrustException {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(name, "must be an object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, field) -> object.put((String) key, field));
        return new JsonObject(role, at + name + ".", object);
    }

    private <T> T required(String name, Class<T> type, String expected) throws TrustException {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw refused(name, value == null ? "is missing" : "must be " + expected);
        }
        return type.cast(value);
    }
}
