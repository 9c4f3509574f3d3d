package io.verge.profile.internal;

import io.verge.profile.Catalogue;
import io.verge.profile.ComponentType;
import io.verge.profile.Migration.Step;
import io.verge.profile.Pid;
import io.verge.profile.Problem;
import io.verge.profile.Profile;
import io.verge.profile.WaysBack;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import io.verge.profile.internal.YamlNode.Scalar;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the sections of one profile, and makes configurations of the blocks that are right. For one profile each. */
public final class SectionChecker {
    static final String PIDS = "io.verge.";
    static final String DRIVERS = "io.verge.driver.";
    static final String APPS = "io.verge.app.";
    static final String MESSAGES = "io.verge.messages.";

    static final String BOX = "box";
    static final String MAP = "map";
    static final String MESSAGE_SECTION = "messages";
    static final String DEVICES = "devices";
    static final String APP_SECTION = "apps";
    static final String DRIVER = "driver";
    static final String SET = "set";

    /** Sections that the profile defines itself. */
    static final Set<String> OWN = Set.of(BOX, MAP, MESSAGE_SECTION, DEVICES, APP_SECTION);
    /** Sections that are right even when the bundle that offers them is not installed. */
    private static final Set<String> KNOWN = Set.of("cloud", "outbox");

    private final Catalogue catalogue;
    private final WaysBack waysBack;
    private final Path folder;
    private final Problems problems;
    private final Problems migrated = new Problems();
    private final DriverChoice drivers;
    private final SortedMap<Pid, Map<String, Object>> configurations = new TreeMap<>();
    private final Map<Pid, String> places = new HashMap<>();
    private @Nullable Map<String, Object> site;
    private @Nullable String map;
    private boolean mapWrong;

    /**
     * For one profile.
     *
     * @param folder against which a relative path of the map counts
     * @param unpinned takes what is said of devices whose pinned version of the driver is not there
     */
    public SectionChecker(Catalogue catalogue, WaysBack waysBack, Path folder, Problems problems, Problems unpinned) {
        this.catalogue = catalogue;
        this.waysBack = waysBack;
        this.folder = folder;
        this.problems = problems;
        this.drivers = new DriverChoice(catalogue, unpinned);
    }

    /** Keys that were taken under other names. */
    public List<Problem> migrated() {
        return migrated.sorted();
    }

    /** The blocks that are right. */
    public Profile profile() {
        return new Profile(configurations, places);
    }

    /** Checks all sections. */
    public void check(YamlNode root) {
        if (!(root instanceof Block block)) {
            problems.add(
                    root.line(),
                    "",
                    "a block of sections such as box was expected, " + Wording.found(root) + " was found");
            return;
        }
        block.entries().forEach(this::section);
        if (block.entries().stream().noneMatch(entry -> entry.key().equals(BOX))) {
            problems.add(block.line(), BOX, "is missing; a block of the keys id, latitude and longitude is expected");
        }
        site();
    }

    private void section(Entry entry) {
        switch (entry.key()) {
            case BOX -> box(entry);
            case MAP -> map(entry);
            case MESSAGE_SECTION -> messages(entry);
            case DEVICES -> entries(entry, "devices by name").forEach(this::device);
            case APP_SECTION -> entries(entry, "apps by name").forEach(this::app);
            default -> other(entry);
        }
    }

    private void box(Entry entry) {
        int before = problems.count();
        Map<String, Object> box =
                BlockChecker.check(BoxType.TYPE, BOX, entry.line(), entries(entry, "the keys of the box"), problems);
        name(entry, box, BoxType.ID);
        name(entry, box, BoxType.TENANT);
        if (problems.count() == before) {
            site = box;
        }
    }

    private void name(Entry box, Map<String, Object> properties, String key) {
        if (properties.get(key) instanceof String name && !Names.valid(name) && box.value() instanceof Block block) {
            Entry entry = block.entries().stream()
                    .filter(e -> e.key().equals(key))
                    .findFirst()
                    .orElse(box);
            wrongName(entry, BOX + "." + key, name);
        }
    }

    private void map(Entry entry) {
        mapWrong = true;
        if (!(entry.value() instanceof Scalar scalar) || scalar.nothing()) {
            problems.add(
                    entry.line(),
                    MAP,
                    "the path of a file was expected, " + Wording.found(entry.value()) + " was found");
            return;
        }
        try {
            Path file = folder.toAbsolutePath().resolve(scalar.text()).normalize();
            if (Files.isRegularFile(file)) {
                map = file.toString();
                mapWrong = false;
            } else {
                problems.add(entry.line(), MAP, "the file " + Wording.path(file.toString()) + " does not exist");
            }
        } catch (InvalidPathException e) {
            problems.add(entry.line(), MAP, "the path of a file was expected, " + Wording.found(scalar) + " was found");
        }
    }

    /** Box and map are one configuration, since a map counts from the box's position. */
    private void site() {
        if (site == null || mapWrong) {
            return;
        }
        Map<String, Object> properties = new TreeMap<>(site);
        Object id = properties.remove(BoxType.ID);
        if (id != null) {
            properties.put(BoxType.BOX, id);
        }
        if (map != null) {
            properties.put(BoxType.MAP, map);
        }
        configurations.put(Pid.single(BoxType.PID), Collections.unmodifiableMap(properties));
    }

    private void messages(Entry entry) {
        Set<String> known = catalogue.singletonsBelow(MESSAGES);
        choose(entry, SET, "message set", known).ifPresent(set -> catalogue
                .singleton(MESSAGES + set)
                .ifPresent(type -> block(Pid.single(type.pid()), type, entry, SET, problems.count())));
    }

    private void device(Entry entry) {
        String name = entry.key();
        String path = DEVICES + "." + name;
        int before = problems.count();
        if (!Names.valid(name)) {
            wrongName(entry, path, name);
        }
        Entry placed = new Entry(entry.line(), path, entry.value());
        choose(placed, DRIVER, "driver", catalogue.factoriesBelow(DRIVERS))
                .map(driver -> drivers.offer(placed, driver))
                .ifPresent(offer -> {
                    Pid pid = new Pid(offer.type().pid(), name);
                    block(pid, offer.type(), placed, DRIVER, before);
                    if (configurations.containsKey(pid) && !offer.place().isEmpty()) {
                        places.put(pid, offer.place());
                    }
                });
    }

    private void app(Entry entry) {
        Set<String> known = catalogue.factoriesBelow(APPS);
        String name = entry.key();
        String path = APP_SECTION + "." + name;
        catalogue
                .factory(APPS + name)
                .filter(type -> known.contains(name))
                .ifPresentOrElse(
                        type -> block(
                                new Pid(type.pid(), name),
                                type,
                                new Entry(entry.line(), path, entry.value()),
                                null,
                                problems.count()),
                        () -> problems.add(entry.line(), Wording.path(path), notOffered("app", name, known)));
    }

    private void other(Entry entry) {
        String name = entry.key();
        Set<String> sections = new TreeSet<>(catalogue.singletonsBelow(PIDS));
        sections.remove(BoxType.PID.substring(PIDS.length()));
        sections.removeAll(OWN);
        if (sections.contains(name)) {
            catalogue
                    .singleton(PIDS + name)
                    .ifPresent(type -> block(Pid.single(type.pid()), type, entry, null, problems.count()));
        } else if (KNOWN.contains(name)) {
            problems.add(entry.line(), name, "no installed bundle offers this section (" + PIDS + name + ")");
        } else {
            sections.addAll(OWN);
            sections.addAll(KNOWN);
            problems.add(entry.line(), Wording.path(name), "no such section" + Wording.choice(name, sections));
        }
    }

    /**
     * Checks a block against its component; it becomes a configuration when it is right.
     *
     * @param own the key that the profile reads itself; null when there is none
     * @param before how many problems there were before this block
     */
    private void block(Pid pid, ComponentType type, Entry entry, @Nullable String own, int before) {
        List<Entry> entries = entries(entry, "keys").stream()
                .filter(e -> !e.key().equals(own))
                .toList();
        List<Step> steps = Stream.concat(type.migration().up().stream(), waysBack.of(type.pid()).stream())
                .toList();
        List<Entry> known = Migrator.migrate(type, steps, entry.key(), entry.line(), entries, migrated);
        Map<String, Object> properties = BlockChecker.check(type, entry.key(), entry.line(), known, problems);
        if (problems.count() == before) {
            if (pid.name() != null) {
                properties.put(BoxType.ID, pid.name());
            }
            configurations.put(pid, Collections.unmodifiableMap(properties));
        }
    }

    /**
     * Which of the known things a block is about, by one of its keys and as it stands there; empty when that is wrong, which is then a
     * problem.
     */
    private Optional<String> choose(Entry entry, String key, String kind, Set<String> known) {
        List<Entry> entries = entries(entry, "keys with " + key);
        String path = Wording.path(entry.key() + "." + key);
        boolean isBlock = entry.value() instanceof Block || entry.value().isNothing();
        Entry choice =
                entries.stream().filter(e -> e.key().equals(key)).findFirst().orElse(null);
        if (choice == null) {
            if (isBlock) {
                problems.add(entry.line(), path, "is missing; the name of a " + kind + " is expected" + offered(known));
            }
        } else if (!(choice.value() instanceof Scalar scalar) || scalar.nothing()) {
            problems.add(
                    choice.line(),
                    path,
                    "the name of a " + kind + " was expected, " + Wording.found(choice.value()) + " was found");
        } else {
            String name = key.equals(DRIVER) ? DriverChoice.nameIn(scalar.text()) : scalar.text();
            if (known.contains(name)) {
                return Optional.of(scalar.text());
            }
            problems.add(choice.line(), path, notOffered(kind, name, known));
        }
        return Optional.empty();
    }

    /** The entries of a block; none when there is nothing, or when it is no block, which is then a problem. */
    private List<Entry> entries(Entry entry, String kind) {
        if (entry.value() instanceof Block block) {
            return block.entries();
        }
        if (!entry.value().isNothing()) {
            problems.add(
                    entry.line(),
                    Wording.path(entry.key()),
                    "a block of " + kind + " was expected, " + Wording.found(entry.value()) + " was found");
        }
        return List.of();
    }

    private void wrongName(Entry entry, String path, String name) {
        problems.add(
                entry.line(),
                Wording.path(path),
                Names.RULE_IN_WORDS + " was expected, '" + Wording.shortened(name) + "' was found");
    }

    private static String notOffered(String kind, String name, Set<String> known) {
        return "no installed bundle offers the " + kind + " '" + Wording.shortened(name) + "'"
                + Wording.choice(name, known);
    }

    private static String offered(Set<String> known) {
        return known.isEmpty() ? ", but no installed bundle offers one" : ": " + Wording.some(known);
    }
}
