package io.verge.messages.facilities;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A configuration key whose entries read {@code KIND=value}.
 *
 * @param key for messages about what is wrong
 * @param kinds that can be configured
 * @param expected how an entry looks, for the same messages
 */
public record KindEntries<K extends Enum<K>>(String key, Collection<K> kinds, String expected) {
    /**
     * The usual values with configured ones over them.
     *
     * @param value reads a value; throws IllegalArgumentException for what is none
     * @throws IllegalArgumentException names the key, the entry and what was expected
     */
    public <V> Map<K, V> over(Map<K, V> usual, Function<String, V> value, String... entries) {
        Map<K, V> values = new HashMap<>(usual);
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            try {
                K kind = kind(entry.substring(0, Math.max(0, equals)).strip());
                values.put(kind, value.apply(entry.substring(equals + 1).strip()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(key + ": '" + entry + "' is not KIND=" + expected, e);
            }
        }
        return values;
    }

    private K kind(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return kinds.stream()
                .filter(kind -> kind.name().equals(upper))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Reads a number, decimal or hexadecimal after {@code 0x}, of 0 to a greatest. */
    public static Function<String, Long> numberTo(long greatest) {
        return text -> {
            long number = Long.decode(text);
            if (number < 0 || number > greatest) {
                throw new IllegalArgumentException(text);
            }
            return number;
        };
    }
}
