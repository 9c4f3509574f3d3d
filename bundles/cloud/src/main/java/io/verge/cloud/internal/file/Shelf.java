package io.verge.cloud.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The files that may be sent. A request names a source and a file that is there; what it says is never made a path: it is compared with
 * the names in the folder. Links are not followed.
 */
final class Shelf {
    /** Of one source; the newest are shown. */
    private static final int MOST = 100;
    /** Looked at in one folder. */
    private static final int MOST_LOOKED_AT = 10_000;

    private final Path state;

    /** @param state the folder of the box's state */
    Shelf(Path state) {
        this.state = state;
    }

    /** What is there, the newest of each source first. */
    List<ShelfEntry> list(Set<Source> allowed) {
        List<ShelfEntry> all = new ArrayList<>();
        for (Source source : Source.values()) {
            if (allowed.contains(source)) {
                all.addAll(list(source));
            }
        }
        return all;
    }

    private List<ShelfEntry> list(Source source) {
        List<ShelfEntry> found = new ArrayList<>();
        int looked = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state.resolve(source.folder()))) {
            for (Path file : files) {
                add(found, source, file);
                if (++looked == MOST_LOOKED_AT) {
                    break;
                }
            }
        } catch (IOException e) {
            return found; // there is no such folder yet, or it cannot be read: there is nothing to send
        }
        found.sort(Comparator.comparing(ShelfEntry::modified).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private static void add(List<ShelfEntry> found, Source source, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (source.takes(name)) {
            BasicFileAttributes facts =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (facts.isRegularFile()) {
                found.add(new ShelfEntry(
                        source, name, facts.size(), facts.lastModifiedTime().toInstant()));
            }
        }
    }

    /**
     * Opens one.
     *
     * @param source as in the request
     * @param name as in the request
     * @throws FileRefusedException when it is not one of those that may be sent, or is not there
     */
    Opened open(Set<Source> allowed, String source, String name) throws FileRefusedException, IOException {
        Source known = Source.of(source)
                .filter(allowed::contains)
                .orElseThrow(() -> new FileRefusedException(403, "source: one of " + words(allowed) + " was expected"));
        ShelfEntry entry = list(known).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FileRefusedException(
                        404, "there is no such file in " + known.word() + ": ask for file-list"));
        Path file = state.resolve(known.folder()).resolve(entry.name());
        return new Opened(entry, FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** A file that is open: it stays the same when its name goes to another, as with logs. */
    record Opened(ShelfEntry entry, FileChannel channel) {}

    private static String words(Set<Source> allowed) {
        return String.join(", ", allowed.stream().map(Source::word).sorted().toList());
    }
}
