package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.AttributeType.Option;
import io.verge.profile.ValueType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of one key. What YAML takes for a number or a truth value may stand for a text. */
final class AttributeSchema {
    private static final List<String> TEXT = List.of("string", "number", "boolean");

    private AttributeSchema() {}

    static Map<String, Object> of(AttributeType attribute) {
        Map<String, Object> schema = new LinkedHashMap<>();
        describe(schema, attribute.title(), attribute.description());
        if (!attribute.list()) {
            schema.putAll(one(attribute));
        } else if (attribute.type() == ValueType.TEXT) {
            Map<String, Object> pairs = new LinkedHashMap<>();
            pairs.put("type", "object");
            pairs.put("propertyNames", Map.of("pattern", "^[^=]*$"));
            pairs.put("additionalProperties", Map.of("type", TEXT));
            schema.put("anyOf", List.of(list(attribute), pairs));
        } else {
            schema.putAll(list(attribute));
        }
        if (!attribute.defaults().isEmpty()) {
            List<Object> defaults = attribute.defaults().stream()
                    .map(text -> literal(attribute.type(), text))
                    .toList();
            schema.put("default", attribute.list() ? defaults : defaults.get(0));
        }
        return schema;
    }

    /** What an editor shows. */
    static void describe(Map<String, Object> schema, String title, String description) {
        if (!title.isEmpty()) {
            schema.put("title", title);
        }
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
    }

    private static Map<String, Object> list(AttributeType attribute) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", one(attribute));
        if (attribute.most() < Integer.MAX_VALUE) {
            list.put("maxItems", attribute.most());
        }
        return list;
    }

    private static Map<String, Object> one(AttributeType attribute) {
        Map<String, Object> one = new LinkedHashMap<>();
        if (!attribute.options().isEmpty()) {
            one.put("enum", options(attribute));
            return one;
        }
        switch (attribute.type()) {
            case BOOLEAN -> one.put("type", "boolean");
            case PASSWORD -> {
                one.put("type", "string");
                one.put("pattern", "^file:.");
            }
            case CHARACTER -> {
                one.put("type", List.of("string", "number"));
                one.put("maxLength", 1);
            }
            case TEXT -> {
                one.put("type", BoxType.isName(attribute) ? List.of("string", "number") : TEXT);
                put(one, "minLength", attribute.min());
                put(one, "maxLength", attribute.max());
            }
            case FLOAT, DOUBLE -> {
                one.put("type", "number");
                put(one, "minimum", attribute.min());
                put(one, "maximum", attribute.max());
            }
            case BYTE, SHORT, INTEGER, LONG -> {
                one.put("type", "integer");
                put(one, "minimum", attribute.min() == null ? natural(attribute.type(), false) : attribute.min());
                put(one, "maximum", attribute.max() == null ? natural(attribute.type(), true) : attribute.max());
            }
        }
        if (BoxType.isName(attribute)) {
            one.put("pattern", Names.ANCHORED_RULE);
        }
        return one;
    }

    private static Set<Object> options(AttributeType attribute) {
        Set<Object> values = new LinkedHashSet<>();
        for (Option option : attribute.options()) {
            if (!attribute.type().number()) {
                values.add(option.value());
            }
            if (Scalars.isDecimal(option.value())) {
                values.add(new BigDecimal(option.value()));
            } else if (option.value().equals("true") || option.value().equals("false")) {
                values.add(option.value().equals("true"));
            }
        }
        return values;
    }

    /** The bounds of a 64 bit number are not told, since few programs that read JSON have such numbers. */
    private static @Nullable BigDecimal natural(ValueType type, boolean greatest) {
        if (type == ValueType.LONG) {
            return null;
        }
        return greatest ? Scalars.greatest(type) : Scalars.least(type);
    }

    private static void put(Map<String, Object> schema, String keyword, @Nullable BigDecimal bound) {
        if (bound != null) {
            schema.put(keyword, bound);
        }
    }

    private static Object literal(ValueType type, String text) {
        if (type.number() && Scalars.isDecimal(text)) {
            return new BigDecimal(text);
        }
        return type == ValueType.BOOLEAN ? (Object) Boolean.valueOf(text) : text;
    }
}
