package io.verge.cloud.internal.tree;

import io.verge.json.tree.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON merge patches, RFC 7396: objects are merged, null removes, everything else replaces. Documents hold no null themselves. */
public final class MergePatch {
    private MergePatch() {}

    /** What makes the one document the other; empty when they are equal. */
    @SuppressWarnings("NullAway") // null removes
    public static Map<String, Object> between(Map<String, ?> from, Map<String, ?> to) {
        Map<String, Object> patch = new LinkedHashMap<>();
        for (String key : from.keySet()) {
            if (!to.containsKey(key)) {
                patch.put(key, null);
            }
        }
        for (Map.Entry<String, ?> entry : to.entrySet()) {
            Object before = from.get(entry.getKey());
            Object after = entry.getValue();
            if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
                Map<String, Object> below = between(JsonTree.map(before), JsonTree.map(after));
                if (!below.isEmpty()) {
                    patch.put(entry.getKey(), below);
                }
            } else if (!Objects.equals(before, after)) {
                patch.put(entry.getKey(), after);
            }
        }
        return patch;
    }

    /** The document after the patch; neither argument is changed. */
    public static Map<String, Object> apply(@Nullable Object document, Map<String, ?> patch) {
        Map<String, Object> result =
                new LinkedHashMap<>(document instanceof Map<?, ?> ? JsonTree.map(document) : Map.of());
        for (Map.Entry<String, ?> entry : patch.entrySet()) {
            Object value = entry.getValue();
            if (value == null) {
                result.remove(entry.getKey());
            } else if (value instanceof Map<?, ?>) {
                result.put(entry.getKey(), apply(result.get(entry.getKey()), JsonTree.map(value)));
            } else {
                result.put(entry.getKey(), value);
            }
        }
        return result;
    }
}
