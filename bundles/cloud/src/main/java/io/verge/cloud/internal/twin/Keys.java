package io.verge.cloud.internal.twin;

import io.verge.json.tree.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parts of a profile by their keys: sections by name, such as {@code messages}; devices and apps one by one, such as {@code apps.x}. */
final class Keys {
    static final String DEVICES = "devices";
    static final String APPS = "apps";
    /** Who the box is and how it reaches the cloud stays the box's own. */
    static final Set<String> OWN = Set.of("box", "cloud");

    private static final Set<String> BY_BLOCK = Set.of(DEVICES, APPS);

    private Keys() {}

    /** All parts, by key; a value may be null. */
    static Map<String, Object> of(Map<String, ?> profile) {
        Map<String, Object> parts = new TreeMap<>();
        profile.forEach((section, value) -> {
            if (BY_BLOCK.contains(section) && value instanceof Map<?, ?> blocks) {
                blocks.forEach((name, block) -> put(parts, section + "." + name, block));
            } else {
                put(parts, section, value);
            }
        });
        return parts;
    }

    /** The section in which a key is. */
    static String section(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** The keys of the parts that differ. */
    static Set<String> differing(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> left = of(one);
        Map<String, Object> right = of(other);
        Set<String> keys = new TreeSet<>(left.keySet());
        keys.addAll(right.keySet());
        keys.removeIf(key ->
                left.containsKey(key) == right.containsKey(key) && Objects.equals(left.get(key), right.get(key)));
        return keys;
    }

    /** Whether one key is the other or within it. */
    static boolean within(String key, String outer) {
        return key.equals(outer) || key.startsWith(outer + ".");
    }

    /** What a key stands for; null when there is nothing. */
    static @Nullable Object get(Map<String, ?> profile, String key) {
        Object value = profile;
        for (String part : key.split("\\.", -1)) {
            if (!(value instanceof Map<?, ?> block)) {
                return null;
            }
            value = block.get(part);
        }
        return value;
    }

    /**
     * A copy in which a key stands for this.
     *
     * @param value null removes it
     */
    static Map<String, Object> with(Map<String, ?> profile, String key, @Nullable Object value) {
        return with(profile, List.of(key.split("\\.", -1)), value);
    }

    private static Map<String, Object> with(Map<String, ?> block, List<String> path, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(block);
        String name = path.get(0);
        if (path.size() > 1) {
            Object below = copy.get(name);
            if (below instanceof Map<?, ?> || value != null) {
                Map<String, Object> inner = below instanceof Map<?, ?> ? JsonTree.map(below) : Map.of();
                copy.put(name, with(inner, path.subList(1, path.size()), value));
            }
        } else if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }

    @SuppressWarnings("NullAway") // a wish holds null for what is to be removed
    private static void put(Map<String, Object> parts, String key, @Nullable Object value) {
        parts.put(key, value);
    }
}
