package io.verge.profile;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A profile as the configurations that it asks for. Values are those of the profile, without the defaults of the components: a
 * String, Boolean, Character, Byte, Short, Integer, Long, Float or Double, or a List of one of these.
 *
 * @param configurations properties by key; unmodifiable
 */
public record Profile(SortedMap<Pid, Map<String, Object>> configurations) {
    public Profile {
        configurations = Collections.unmodifiableSortedMap(new TreeMap<>(configurations));
    }
}
