package io.verge.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Which name stands for which file, now and after a power cut. */
final class FileNames {
    /** A change of names that is not yet on the medium; a rename changes two folders in one. */
    private record Change(Set<Path> folders, Consumer<FileNames.Table> what) {}

    /** Files and folders by path. */
    private static final class Table {
        private final Map<Path, FileContent> files = new TreeMap<>();
        private final Set<Path> folders = new HashSet<>();

        Table() {}

        Table(Table other) {
            files.putAll(other.files);
            folders.addAll(other.folders);
        }

        void rename(Path from, Path to) {
            for (Path path : List.copyOf(files.keySet())) {
                if (path.startsWith(from)) {
                    files.put(moved(path, from, to), files.remove(path));
                }
            }
            for (Path path : List.copyOf(folders)) {
                if (path.startsWith(from)) {
                    folders.remove(path);
                    folders.add(moved(path, from, to));
                }
            }
        }

        private static Path moved(Path path, Path from, Path to) {
            return path.equals(from) ? to : to.resolve(from.relativize(path));
        }

        void remove(Path path) {
            files.remove(path);
            folders.remove(path);
        }
    }

    private Table now = new Table();
    private Table durable = new Table();
    private final List<Change> unsynced = new ArrayList<>();

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), () -> file + " is in no folder");
    }

    Optional<FileContent> file(Path file) {
        return Optional.ofNullable(now.files.get(file));
    }

    boolean isFolder(Path folder) {
        return now.folders.contains(folder);
    }

    List<Path> in(Path folder) {
        List<Path> found = new ArrayList<>(now.files.keySet());
        found.addAll(now.folders);
        return found.stream()
                .filter(path -> folder.equals(path.getParent()))
                .sorted()
                .toList();
    }

    void put(Path file, FileContent content) {
        change(Set.of(folderOf(file)), table -> table.files.put(file, content));
    }

    void rename(Path from, Path to) {
        change(Set.copyOf(List.of(folderOf(from), folderOf(to))), table -> table.rename(from, to));
    }

    void remove(Path path) {
        change(Set.of(folderOf(path)), table -> table.remove(path));
    }

    /** With those above it; at once for good. */
    void folder(Path folder) {
        for (Path one = folder; one != null; one = one.getParent()) {
            now.folders.add(one);
            durable.folders.add(one);
        }
    }

    /** At once for good. */
    void plant(Path file, byte[] octets) {
        FileContent content = new FileContent();
        content.add(octets);
        content.sync();
        folder(folderOf(file));
        now.files.put(file, content);
        durable.files.put(file, content);
    }

    private void change(Set<Path> folders, Consumer<Table> what) {
        what.accept(now);
        unsynced.add(new Change(folders, what));
    }

    /** All changes up to the last one of this folder are on the medium: a journal keeps their order. */
    void sync(Path folder) {
        int last = unsynced.size();
        while (last > 0 && !unsynced.get(last - 1).folders().contains(folder)) {
            last--;
        }
        apply(last);
    }

    private void apply(int first) {
        List<Change> changes = unsynced.subList(0, first);
        changes.forEach(change -> change.what().accept(durable));
        changes.clear();
    }

    /** Of the changes that are not on the medium, the first few are. */
    void loseUnsynced(RandomGenerator random) {
        apply(random.nextInt(unsynced.size() + 1));
        unsynced.clear();
        now = new Table(durable);
        for (FileContent content : now.files.values()) {
            content.loseUnsynced(random);
        }
    }
}
