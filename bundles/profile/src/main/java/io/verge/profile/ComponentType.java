package io.verge.profile;

import java.util.List;
import java.util.Optional;

/**
 * A component that can be configured, as its bundle describes it.
 *
 * @param pid such as {@code io.verge.driver.radar-ti-mmwave}
 * @param factory whether there may be several of it, each with a name
 * @param title for people
 * @param description for people; may be empty
 * @param attributes in the order of the bundle
 * @param migration how they were called before
 */
public record ComponentType(
        String pid,
        boolean factory,
        String title,
        String description,
        List<AttributeType> attributes,
        Migration migration) {
    public ComponentType {
        attributes = List.copyOf(attributes);
    }

    /** Whose attributes have always been called so. */
    public ComponentType(
            String pid, boolean factory, String title, String description, List<AttributeType> attributes) {
        this(pid, factory, title, description, attributes, Migration.NONE);
    }

    /** The same, with what its bundle says of how they were called before. */
    public ComponentType with(Migration other) {
        return new ComponentType(pid, factory, title, description, attributes, other);
    }

    /** The attribute of this key, with dots where the profile nests. */
    public Optional<AttributeType> attribute(String key) {
        return attributes.stream().filter(a -> a.key().equals(key)).findFirst();
    }

    /** Whether attributes have this key as their first part, as {@code mount.east} has {@code mount}. */
    public boolean nests(String key) {
        String prefix = key + ".";
        return attributes.stream().anyMatch(a -> a.key().startsWith(prefix));
    }
}
