package io.verge.profile.internal;

import io.verge.profile.Migration;
import io.verge.profile.Migration.Step;
import io.verge.profile.ProfileTree;
import io.verge.profile.ProfileTree.Plain;
import io.verge.profile.WaysBack;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What bundles say of keys that were renamed: by PID, {@code up} and {@code down}, and in each a list of steps of {@code rename},
 * {@code remove} and {@code set}. Anything else is refused, so that nothing is passed over that was meant.
 */
final class MigrationReader {
    /** Where the file is in a bundle. */
    static final String FILE = "OSGI-INF/migrate.yaml";

    static final String UP = "up";
    static final String DOWN = "down";
    static final String RENAME = "rename";
    static final String REMOVE = "remove";
    static final String SET = "set";

    private static final int LARGEST = 1 << 16;

    private final String name;

    private MigrationReader(String name) {
        this.name = name;
    }

    /**
     * By PID.
     *
     * @param name for messages
     * @throws IOException when it is none; says what is wrong
     */
    static Map<String, Migration> read(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new IOException(name + " is larger than " + LARGEST + " bytes");
        }
        return new MigrationReader(name).all(content);
    }

    /** As {@link #read} reads it. */
    static String write(WaysBack ways) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ways.steps()
                .forEach((pid, steps) -> tree.put(
                        pid,
                        Map.of(DOWN, steps.stream().map(MigrationReader::tree).toList())));
        return TreeWriter.write(tree);
    }

    private static Map<String, Object> tree(Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(RENAME, step.rename());
        tree.put(REMOVE, step.remove());
        tree.put(SET, step.set());
        return tree;
    }

    private Map<String, Migration> all(byte[] content) throws IOException {
        Map<String, Object> tree;
        try {
            tree = ProfileTree.read(content);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " is not readable: " + e.getMessage(), e);
        }
        Map<String, Migration> migrations = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : tree.entrySet()) {
            Map<?, ?> ways = map(entry.getKey(), entry.getValue(), Set.of(UP, DOWN));
            migrations.put(entry.getKey(), new Migration(steps(ways.get(UP)), steps(ways.get(DOWN))));
        }
        return migrations;
    }

    private List<Step> steps(@Nullable Object list) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Object item : list(list)) {
            Map<?, ?> step = map("a step", item, Set.of(RENAME, REMOVE, SET));
            List<String> remove = new ArrayList<>();
            for (Object key : list(step.get(REMOVE))) {
                remove.add(text(key));
            }
            steps.add(new Step(texts(RENAME, step.get(RENAME)), remove, texts(SET, step.get(SET))));
        }
        return steps;
    }

    private List<?> list(@Nullable Object value) throws IOException {
        if (value != null && !(value instanceof List<?>)) {
            throw new IOException(name + ": a list was expected instead of " + value);
        }
        return value == null ? List.of() : (List<?>) value;
    }

    private Map<?, ?> map(String what, @Nullable Object value, Set<String> keys) throws IOException {
        if (!(value instanceof Map<?, ?> map) || !keys.containsAll(map.keySet())) {
            throw new IOException(name + ": " + what + " has "
                    + String.join(", ", keys.stream().sorted().toList()) + " and nothing else, but is " + value);
        }
        return map;
    }

    private Map<String, String> texts(String what, @Nullable Object value) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value != null) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new IOException(name + ": " + what + " takes keys and values, but is " + value);
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                texts.put(String.valueOf(entry.getKey()), text(entry.getValue()));
            }
        }
        return texts;
    }

    private String text(@Nullable Object value) throws IOException {
        if (value instanceof String || value instanceof Boolean || value instanceof Plain) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        throw new IOException(name + ": a single value was expected instead of " + value);
    }
}
