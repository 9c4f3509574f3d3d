package io.verge.profile.internal;

import java.util.List;
import java.util.Set;

/** A value of a profile, and the line where it begins, from 1. */
public sealed interface YamlNode {
    /** Where it begins, from 1. */
    int line();

    /**
     * A single value as it is written.
     *
     * @param plain whether it stands without quotes
     */
    record Scalar(int line, String text, boolean plain) implements YamlNode {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Whether YAML takes it for no value. */
        boolean nothing() {
            return plain && NOTHING.contains(text);
        }
    }

    /** A list. */
    record Items(int line, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys and their values; each key once. */
    record Block(int line, List<Entry> entries) implements YamlNode {
        public Block {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A key and its value.
     *
     * @param line of the key
     */
    record Entry(int line, String key, YamlNode value) {}

    /** Whether YAML takes this for no value. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.nothing();
    }
}
