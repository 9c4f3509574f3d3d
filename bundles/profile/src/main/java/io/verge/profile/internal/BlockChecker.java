package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import io.verge.profile.ValueType;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import io.verge.profile.internal.YamlNode.Items;
import io.verge.profile.internal.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks the keys of one block against one component, and makes properties of them. For one block each. */
final class BlockChecker {
    private static final String ID = "id";

    private final ComponentType type;
    private final String path;
    private final Problems problems;
    private final Map<String, Object> properties = new TreeMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private BlockChecker(ComponentType type, String path, Problems problems) {
        this.type = type;
        this.path = path;
        this.problems = problems;
    }

    /**
     * The properties of a block, by key; what is wrong is added to the problems.
     *
     * @param path of the block, for messages
     * @param line of the block, for keys that are missing
     * @param entries of the block, without those that are the profile's own
     */
    static Map<String, Object> check(
            ComponentType type, String path, int line, List<Entry> entries, Problems problems) {
        BlockChecker checker = new BlockChecker(type, path, problems);
        checker.entries("", entries);
        checker.missing(line);
        return checker.properties;
    }

    private void entries(String prefix, List<Entry> entries) {
        for (Entry entry : entries) {
            String key = prefix + entry.key();
            AttributeType attribute = type.attribute(key).orElse(null);
            if (isGivenName(key)) {
                wrong(entry, key, "is the name of the block and may not be written");
            } else if (type.nests(key) && (attribute == null || entry.value() instanceof Block)) {
                nested(entry, key);
            } else if (attribute != null) {
                attribute(entry, attribute);
            } else {
                wrong(entry, key, "no such key" + Wording.choice(key, keys("")));
            }
        }
    }

    private void attribute(Entry entry, AttributeType attribute) {
        Integer first = lines.putIfAbsent(attribute.key(), entry.line());
        if (first != null) {
            wrong(entry, attribute.key(), "is given twice, first in line " + first);
            return;
        }
        Object value = attribute.list() ? list(entry, attribute) : Scalars.value(attribute, entry.value());
        if (value != null) {
            properties.put(attribute.key(), value);
        } else if (!attribute.list()) {
            wrong(entry, attribute.key(), Wording.misfit(attribute, entry.value()));
        }
    }

    /** {@code mount: {east: 28}} is {@code mount.east}. */
    private void nested(Entry entry, String key) {
        if (entry.value() instanceof Block block) {
            entries(key + ".", block.entries());
        } else if (!entry.value().isNothing()) {
            wrong(
                    entry,
                    key,
                    "a block of the keys " + Wording.some(keys(key + ".")) + " was expected, "
                            + Wording.found(entry.value()) + " was found");
        }
    }

    /** The values of a list; null when it is wrong, which is then a problem. */
    private @Nullable Object list(Entry entry, AttributeType attribute) {
        List<Object> values = new ArrayList<>();
        int before = problems.count();
        if (entry.value() instanceof Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                item(items.items().get(i), i, attribute, values);
            }
        } else if (entry.value() instanceof Block block && attribute.type() == ValueType.TEXT) {
            block.entries().forEach(pair -> pair(pair, attribute, values));
        } else {
            wrong(entry, attribute.key(), Wording.misfit(attribute, entry.value()));
        }
        if (values.size() > attribute.most()) {
            wrong(entry, attribute.key(), Wording.tooMany(attribute, values.size()));
        }
        return problems.count() == before ? List.copyOf(values) : null;
    }

    private void item(YamlNode item, int index, AttributeType attribute, List<Object> values) {
        Object value = Scalars.value(attribute, item);
        if (value == null) {
            String key = attribute.key() + "[" + index + "]";
            problems.add(item.line(), below(key), Wording.misfitItem(attribute, item));
        } else {
            values.add(value);
        }
    }

    /** {@code groups: {1: 4}} is the list of {@code 1=4}. */
    private void pair(Entry pair, AttributeType attribute, List<Object> values) {
        String key = attribute.key() + "." + pair.key();
        if (pair.key().indexOf('=') >= 0) {
            wrong(pair, key, "a key without '=' was expected");
        } else if (pair.value() instanceof Scalar scalar && !scalar.nothing()) {
            values.add(pair.key() + "=" + scalar.text());
        } else {
            wrong(pair, key, Wording.misfitItem(attribute, pair.value()));
        }
    }

    private void missing(int line) {
        for (AttributeType attribute : type.attributes()) {
            if (attribute.required() && !lines.containsKey(attribute.key()) && !isGivenName(attribute.key())) {
                problems.add(line, below(attribute.key()), Wording.missing(attribute));
            }
        }
    }

    /** What several components of one type are told apart by is the name of the block, not a key in it. */
    private boolean isGivenName(String key) {
        return type.factory() && key.equals(ID);
    }

    private List<String> keys(String prefix) {
        return type.attributes().stream()
                .map(AttributeType::key)
                .filter(key -> key.startsWith(prefix) && !isGivenName(key))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private void wrong(Entry entry, String key, String message) {
        problems.add(entry.line(), below(key), message);
    }

    private String below(String key) {
        return Wording.path(path.isEmpty() ? key : path + "." + key);
    }
}
