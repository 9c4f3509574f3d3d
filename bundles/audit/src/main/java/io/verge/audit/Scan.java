package io.verge.audit;

import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all files of a trail in order and recomputes the chain. After a place that does not verify it goes on with what stands there, so
 * that one change shows as one place.
 */
final class Scan {
    /** More than a file ever has; one that is longer is none of ours. */
    static final int LARGEST_FILE = 4 << 20;

    private final Consumer<AuditEntry> each;
    private final @Nullable Anchor anchor;
    private final List<TrailBreak> breaks = new ArrayList<>();
    private int files;
    private long first;
    private long last;
    private String head = Line.NO_HASH;
    /** Whether the entry before is known, so that the next can be judged. */
    private boolean known;

    private long expected = 1;
    /** The highest number that was seen anywhere. */
    private long highest;

    private int breaksNoted;
    private @Nullable Path lastFile;
    private byte[] lastContent = {};
    private int goodOctets;
    private String torn = "";

    private Scan(Consumer<AuditEntry> each, @Nullable Anchor anchor) {
        this.each = each;
        this.anchor = anchor;
        highest = anchor == null ? 0 : anchor.number();
    }

    static Scan of(Disk disk, Path folder, Consumer<AuditEntry> each) throws IOException {
        Scan scan = new Scan(each, Anchor.kept(disk, folder).orElse(null));
        List<Path> all = TrailFile.all(disk, folder);
        for (Path file : all) {
            scan.file(file, disk.read(file, LARGEST_FILE), file.equals(all.get(all.size() - 1)));
        }
        scan.end();
        return scan;
    }

    TrailCheck check() {
        return new TrailCheck(files, first, last, head, breaks, torn);
    }

    /** Something is broken, and no file has been begun since that says so. */
    boolean brokenAnew() {
        return breaks.size() > breaksNoted;
    }

    /** The number that is free. */
    long next() {
        return highest + 1;
    }

    /** The file to go on with; empty when there is none. */
    Optional<Path> lastFile() {
        return Optional.ofNullable(lastFile);
    }

    /** Of the last file, without the torn end. */
    byte[] goodContent() {
        return Arrays.copyOf(lastContent, goodOctets);
    }

    private void file(Path file, byte[] content, boolean newest) {
        files++;
        lastFile = file;
        lastContent = content;
        goodOctets = 0;
        List<Integer> ends = ends(content);
        int tornFrom = newest ? tornFrom(content, ends) : Integer.MAX_VALUE;
        int from = 0;
        for (int end : ends) {
            if (from >= tornFrom) {
                break;
            }
            String line = new String(content, from, end - from, StandardCharsets.UTF_8);
            if (from == 0) {
                header(line, file);
            } else {
                entry(line, TrailFile.name(file));
            }
            from = end + 1;
            goodOctets = from;
        }
        if (from < content.length) {
            if (newest) {
                torn = TrailFile.name(file);
            } else {
                broken(TrailFile.name(file), "the end of the file is not what was written");
            }
        }
    }

    /** Where lines end; what comes after the last is half a line. */
    private static List<Integer> ends(byte[] content) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                ends.add(i);
            }
        }
        return ends;
    }

    /**
     * Where lines that cannot be read go on to the end: what a power cut leaves of the last write. The same in the middle of a file is
     * no power cut's doing.
     */
    private static int tornFrom(byte[] content, List<Integer> ends) {
        for (int i = ends.size() - 1; i >= 0; i--) {
            int from = i == 0 ? 0 : ends.get(i - 1) + 1;
            String line = new String(content, from, ends.get(i) - from, StandardCharsets.UTF_8);
            boolean readable =
                    i == 0 ? Header.read(line).isPresent() : Line.read(line).isPresent();
            if (readable) {
                return ends.get(i) + 1;
            }
        }
        return 0;
    }

    private void header(String line, Path path) {
        String file = TrailFile.name(path);
        Optional<Header> read = Header.read(line);
        if (read.isEmpty()) {
            highest = Math.max(highest, TrailFile.first(path).orElse(0));
            // What is known of the file before still judges the first entry of this one.
            breaks.add(new TrailBreak(expected, file, "the first line of the file is not what was written"));
            return;
        }
        Header header = read.get();
        boolean beginning = files == 1 || header.restarts();
        if (!beginning
                && known
                && (header.first() != expected || !header.previous().equals(head))) {
            broken(file, "the file does not go on where the one before ends");
        }
        if (header.restarts()) {
            breaksNoted = breaks.size();
        }
        known = true;
        highest = Math.max(highest, header.first() - 1);
        expected = header.first();
        head = header.previous();
    }

    private void entry(String line, String file) {
        Optional<Line.Read> read = Line.read(line);
        if (read.isEmpty()) {
            broken(file, "the line is not what was written");
            return;
        }
        AuditEntry entry = read.get().entry();
        if (known && entry.number() != expected) {
            broken(file, "entry " + entry.number() + " comes in its place");
        } else if (known && !entry.hash().equals(Line.hash(head, read.get().json()))) {
            broken(file, "its hash is not that of what it says");
        } else if (anchor != null
                && entry.number() == anchor.number()
                && !entry.hash().equals(anchor.hash())) {
            broken(file, "its hash is not the one that the cloud was given");
        }
        known = true;
        expected = entry.number() + 1;
        head = entry.hash();
        first = first == 0 ? entry.number() : first;
        last = entry.number();
        highest = Math.max(highest, last);
        each.accept(entry);
    }

    private void end() {
        if (anchor != null && last < anchor.number()) {
            Path file = lastFile;
            String name = file == null ? "no file" : TrailFile.name(file);
            breaks.add(new TrailBreak(
                    last + 1,
                    name,
                    "the cloud was given the hash of entry " + anchor.number() + ", which is not here"));
        }
    }

    private void broken(String file, String why) {
        if (known || breaks.isEmpty()) {
            breaks.add(new TrailBreak(expected, file, why));
        }
        known = false;
    }
}
