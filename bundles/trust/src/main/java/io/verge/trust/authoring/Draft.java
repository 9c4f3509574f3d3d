package io.verge.trust.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all roles have, while it is written. */
final class Draft {
    private static final String SPECIFICATION = "1.0.31";

    private final Map<String, Object> signed;

    private Draft(Map<String, Object> signed) {
        this.signed = signed;
    }

    /** An empty one of version 1. */
    static Draft first(String type, Instant expires) {
        Draft draft = new Draft(new LinkedHashMap<>());
        draft.put("_type", type);
        draft.put("spec_version", SPECIFICATION);
        draft.put("version", 1L);
        draft.expires(expires);
        return draft;
    }

    /** The next version of a document, with all that is in it. */
    static Draft after(Document before, String type, Instant expires) {
        if (!before.type().equals(type)) {
            throw new IllegalArgumentException(
                    "a document of type " + type + " was expected, and this is " + before.type());
        }
        Draft draft = new Draft(mutable(before.signed()));
        draft.put("version", before.version() + 1);
        draft.expires(expires);
        return draft;
    }

    void put(String name, Object value) {
        signed.put(name, value);
    }

    Document document() {
        return Document.unsigned(copy(signed));
    }

    /** An object within, which is made when there is none. */
    Map<String, Object> object(String name) {
        return object(signed, name);
    }

    @SuppressWarnings("unchecked") // trees have names that are texts and values that are not null
    static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, any -> new LinkedHashMap<String, Object>());
    }

    /** A list within, which is made when there is none. */
    @SuppressWarnings("unchecked") // lists of trees hold objects only, where this is used
    static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.computeIfAbsent(name, any -> new ArrayList<Map<String, Object>>());
    }

    /** As TUF has it: to the second, in UTC. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void expires(Instant expires) {
        put("expires", time(expires));
    }

    private static Map<String, Object> copy(Map<String, Object> tree) {
        return Collections.unmodifiableMap(mutable(tree));
    }

    /** A copy, within and without; numbers as readers give them. */
    static Map<String, Object> mutable(Map<?, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((name, value) -> copy.put((String) name, mutableValue(value)));
        return copy;
    }

    private static Object mutableValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return mutable(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(mutableValue(item)));
            return copy;
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
