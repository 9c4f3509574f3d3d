package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import io.verge.profile.Migration.Step;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import io.verge.profile.internal.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the keys of one block the names that its component knows. For one block each. */
final class Migrator {
    private final ComponentType type;
    private final int line;
    private final List<Entry> entries;
    /** What keys were called in the profile, by what they are called now; null for what the profile does not have. */
    private final Map<String, @Nullable String> changed = new LinkedHashMap<>();

    private final List<Entry> removed = new ArrayList<>();
    private int changes;

    private Migrator(ComponentType type, int line, List<Entry> entries) {
        this.type = type;
        this.line = line;
        this.entries = new ArrayList<>(entries);
    }

    /**
     * The entries as the component knows them.
     *
     * @param path of the block, for notes
     * @param line of the block
     * @param notes takes what was done
     */
    static List<Entry> migrate(
            ComponentType type, List<Step> steps, String path, int line, List<Entry> entries, Problems notes) {
        Migrator migrator = new Migrator(type, line, entries);
        steps.forEach(migrator::step);
        migrator.undoWhatLeadsNowhere();
        migrator.tell(path, notes);
        return migrator.entries;
    }

    private void step(Step step) {
        int before = changes;
        step.rename().forEach(this::rename);
        step.remove().forEach(this::remove);
        boolean touched = changes > before;
        step.set().forEach((key, value) -> set(key, value, touched));
    }

    private void rename(String old, String now) {
        Entry entry = knows(old) || has(now) ? null : take(entries, old);
        if (entry != null) {
            entries.add(new Entry(entry.line(), now, entry.value()));
            changes++;
            changed.put(now, changed.containsKey(old) ? changed.remove(old) : old);
        }
    }

    /** So that a key which is wrong anyway is called wrong by the name that it has in the profile. */
    private void undoWhatLeadsNowhere() {
        for (Map.Entry<String, @Nullable String> change : List.copyOf(changed.entrySet())) {
            String before = change.getValue();
            Entry entry = before == null || knows(change.getKey()) ? null : take(entries, change.getKey());
            if (entry != null && before != null) {
                entries.add(new Entry(entry.line(), before, entry.value()));
                changed.remove(change.getKey());
            }
        }
    }

    private void remove(String key) {
        Entry entry = knows(key) ? null : take(entries, key);
        if (entry != null) {
            changes++;
            changed.remove(key);
            removed.add(new Entry(entry.line(), key, entry.value()));
        }
    }

    private void set(String key, String value, boolean touched) {
        boolean needed = type.attribute(key).filter(AttributeType::required).isPresent();
        if (knows(key) && !has(key) && (touched || needed)) {
            entries.add(new Entry(line, key, new Scalar(line, value, true)));
            changed.put(key, null);
        }
    }

    private boolean knows(String key) {
        return type.attribute(key).isPresent() || type.nests(key);
    }

    private boolean has(String key) {
        return take(new ArrayList<>(entries), key) != null;
    }

    /** The entry of a key, wherever it nests; it is not among the entries any more. Null when there is none. */
    private static @Nullable Entry take(List<Entry> entries, String key) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.key().equals(key)) {
                return entries.remove(i);
            }
            if (entry.value() instanceof Block block && key.startsWith(entry.key() + ".")) {
                List<Entry> below = new ArrayList<>(block.entries());
                Entry taken = take(below, key.substring(entry.key().length() + 1));
                if (taken != null && below.isEmpty()) {
                    entries.remove(i);
                } else if (taken != null) {
                    entries.set(i, new Entry(entry.line(), entry.key(), new Block(block.line(), below)));
                }
                if (taken != null) {
                    return taken;
                }
            }
        }
        return null;
    }

    private void tell(String path, Problems notes) {
        changed.forEach((now, before) -> {
            if (before == null) {
                notes.add(line, Wording.path(path + "." + now), "is new, and is taken to be " + valueOf(now));
            } else if (!before.equals(now)) {
                notes.add(lineOf(now), Wording.path(path + "." + before), "is called " + now + " now");
            }
        });
        removed.forEach(
                entry -> notes.add(entry.line(), Wording.path(path + "." + entry.key()), "is not needed any more"));
    }

    private int lineOf(String key) {
        Entry entry = take(new ArrayList<>(entries), key);
        return entry == null ? line : entry.line();
    }

    private String valueOf(String key) {
        Entry entry = take(new ArrayList<>(entries), key);
        return entry != null && entry.value() instanceof Scalar scalar ? scalar.text() : "";
    }
}
