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
 * @param places the location of the bundle that alone is to get a configuration; none when whoever asks may have it
 */
public record Profile(SortedMap<Pid, Map<String, Object>> configurations, Map<Pid, String> places) {
    public Profile {
        configurations = Collections.unmodifiableSortedMap(new TreeMap<>(configurations));
        places = Map.copyOf(places);
    }
}
