package io.verge.cloud.internal.twin;

import io.verge.profile.ProfileTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the profile is to be: the box's own, over it what the cloud wishes, over that what a maintainer holds. */
final class Effective {
    private Effective() {}

    /**
     * The profile.
     *
     * @param wish null when there is none
     * @param leftOut keys of the wish that do not count
     */
    static Map<String, Object> profile(
            Map<String, Object> local, @Nullable Wish wish, Collection<String> leftOut, List<Hold> holds) {
        Map<String, Object> profile = local;
        if (wish != null) {
            for (Map.Entry<String, Object> part : Keys.of(wish.profile()).entrySet()) {
                if (!Keys.OWN.contains(Keys.section(part.getKey())) && !leftOut.contains(part.getKey())) {
                    profile = Keys.with(profile, part.getKey(), part.getValue());
                }
            }
        }
        for (Hold hold : holds) {
            profile = Keys.with(profile, hold.key(), hold.value());
        }
        return normal(profile);
    }

    /**
     * A profile as its text says it; a section or block of nothing is an empty one, and no text is none.
     *
     * @throws IllegalArgumentException when it is no profile
     */
    static Map<String, Object> read(String text) {
        return text.isBlank() ? Map.of() : filled(ProfileTree.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same; one that is no profile, as after a slip of the pen, is an empty one. */
    static Map<String, Object> readable(String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    static String write(Map<String, Object> profile) {
        return new String(ProfileTree.write(profile), StandardCharsets.UTF_8);
    }

    /** As it is after it has been written and read, so that what cannot be written exactly does not differ for ever. */
    private static Map<String, Object> normal(Map<String, Object> profile) {
        return read(write(profile));
    }

    private static Map<String, Object> filled(Map<String, Object> profile) {
        Map<String, Object> filled = new LinkedHashMap<>(profile);
        for (String section : Set.copyOf(filled.keySet())) {
            Object value = filled.get(section);
            if (value == null) {
                filled.put(section, Map.of());
            } else if (value instanceof Map<?, ?> blocks
                    && (section.equals(Keys.DEVICES) || section.equals(Keys.APPS))) {
                Map<String, Object> inner = new LinkedHashMap<>();
                blocks.forEach((name, block) -> inner.put(String.valueOf(name), block == null ? Map.of() : block));
                filled.put(section, inner);
            }
        }
        return filled;
    }
}
