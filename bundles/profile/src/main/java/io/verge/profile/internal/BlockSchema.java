package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of one component's block. A key with dots may be nested or written with its dots. */
final class BlockSchema {
    private BlockSchema() {}

    /**
     * The schema of a block.
     *
     * @param own a key of the block that the profile reads itself; null when there is none
     */
    static Map<String, Object> of(ComponentType type, @Nullable String own) {
        List<AttributeType> attributes = type.attributes().stream()
                .filter(attribute -> !(type.factory() && attribute.key().equals(BoxType.ID)))
                .filter(attribute -> !attribute.key().equals(own))
                .toList();
        Map<String, Object> properties = properties(attributes, "");
        if (own != null) {
            properties.put(own, Map.of("type", "string"));
        }
        List<Object> demands = new ArrayList<>();
        attributes.stream().filter(AttributeType::required).forEach(attribute -> demands.add(demand(attribute.key())));

        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", demands.isEmpty() ? List.of("object", "null") : "object");
        AttributeSchema.describe(block, type.title(), type.description());
        block.put("properties", properties);
        Map<String, Object> dotted = dotted(attributes);
        if (!dotted.isEmpty()) {
            block.put("patternProperties", dotted);
        }
        block.put("additionalProperties", false);
        if (!demands.isEmpty()) {
            block.put("allOf", demands);
        }
        return block;
    }

    private static Map<String, Object> properties(List<AttributeType> attributes, String prefix) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (AttributeType attribute : attributes) {
            String rest = attribute.key().substring(prefix.length());
            int dot = rest.indexOf('.');
            if (dot < 0) {
                properties.put(rest, AttributeSchema.of(attribute));
            } else {
                String below = prefix + rest.substring(0, dot) + ".";
                properties.computeIfAbsent(rest.substring(0, dot), key -> nested(attributes, below));
            }
        }
        return properties;
    }

    private static Map<String, Object> nested(List<AttributeType> attributes, String prefix) {
        List<AttributeType> below =
                attributes.stream().filter(a -> a.key().startsWith(prefix)).toList();
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("type", List.of("object", "null"));
        nested.put("properties", properties(below, prefix));
        nested.put("additionalProperties", false);
        return nested;
    }

    /** As patterns, so that an editor does not propose the same key twice. */
    private static Map<String, Object> dotted(List<AttributeType> attributes) {
        Map<String, Object> dotted = new LinkedHashMap<>();
        attributes.stream()
                .filter(attribute -> attribute.key().indexOf('.') >= 0)
                .forEach(attribute -> dotted.put(
                        "^" + attribute.key().replace(".", "\\.").replace("$", "\\$") + "$",
                        AttributeSchema.of(attribute)));
        return dotted;
    }

    /** That a key is given, nested or with dots. */
    private static Map<String, Object> demand(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Map.of("required", List.of(key));
        }
        return Map.of("anyOf", List.of(nestedDemand(key), Map.of("required", List.of(key))));
    }

    private static Map<String, Object> nestedDemand(String key) {
        int dot = key.indexOf('.');
        Map<String, Object> demand = new LinkedHashMap<>();
        demand.put("required", List.of(dot < 0 ? key : key.substring(0, dot)));
        if (dot >= 0) {
            Map<String, Object> below = new LinkedHashMap<>(nestedDemand(key.substring(dot + 1)));
            below.put("type", "object");
            demand.put("properties", Map.of(key.substring(0, dot), below));
        }
        return demand;
    }
}
