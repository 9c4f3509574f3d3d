package io.verge.profile;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key that a component can be told, as its bundle describes it (OSGi Compendium, Metatype Service, attribute definition).
 *
 * @param key with dots where the profile nests, such as {@code mount.east}
 * @param title for people
 * @param description for people, with the unit; empty when there is none
 * @param most how many values a list may have; 0 when the key takes one value and no list
 * @param required whether the profile must give it: it has no default and the component needs it
 * @param defaults what holds when the profile does not give it; empty when there is none
 * @param min least number, or least length of a text; null when there is no bound
 * @param max greatest number, or greatest length of a text; null when there is no bound
 * @param options the only values it takes; empty when it takes others
 */
public record AttributeType(
        String key,
        String title,
        String description,
        ValueType type,
        int most,
        boolean required,
        List<String> defaults,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Option> options) {
    /**
     * One of the values that a key takes.
     *
     * @param label for people; may be empty
     */
    public record Option(String value, String label) {}

    public AttributeType {
        defaults = List.copyOf(defaults);
        options = List.copyOf(options);
    }

    /** Whether the key takes a list. */
    public boolean list() {
        return most > 0;
    }
}
