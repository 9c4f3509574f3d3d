package io.verge.audit;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The trail on the disk: files of at most a megabyte, of which the oldest go when there are too many. One thread.
 *
 * <p>What has been written is told only when it outlives a power cut. After a failure of the disk nothing that it says of the last file
 * is believed: the file is read, what verifies of it is written anew, and writing goes on from there.
 */
public final class Trail {
    static final int LARGEST_FILE = 1 << 20;
    /** With room for the longest line, so that a file that is not full takes one more. */
    private static final int FULL = LARGEST_FILE - (16 << 10);

    /** From so many files on, the oldest goes once the cloud was given its last hash. */
    private static final int KEPT = 12;
    /** So many files are never exceeded, whatever the cloud was given. */
    private static final int MOST = 16;

    private final Disk disk;
    private final Path folder;
    private @Nullable Appender out;
    private int octets;
    private long last;
    private String head = Line.NO_HASH;
    private boolean begunAnew;

    /** An act that waits to be written. */
    public record Noted(Instant time, Act act) {}

    /** Touches nothing yet; see {@link #open}. */
    public Trail(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * Reads what is there, cuts off half a line at its end, and goes on behind it; in a new file when what is there is not what was
     * written.
     *
     * @param each gets every entry that is there, in order
     * @return what was found; the caller tells of it
     * @throws IOException when the disk fails: to be tried again
     */
    public TrailCheck open(Consumer<AuditEntry> each) throws IOException {
        close();
        disk.folders(folder);
        Scan scan = Scan.of(disk, folder, each);
        TrailCheck check = scan.check();
        long next = scan.next();
        begunAnew = scan.brokenAnew();
        if (begunAnew) {
            begin(new Header(
                    next,
                    check.head(),
                    check.breaks().get(check.breaks().size() - 1).toString()));
        } else if (scan.goodContent().length == 0) {
            begin(new Header(next, check.head(), ""));
        } else {
            goOn(scan.lastFile().orElseThrow(), scan.goodContent());
        }
        last = next - 1;
        head = check.head();
        return check;
    }

    private void begin(Header header) throws IOException {
        byte[] line = header.line();
        Path begun = TrailFile.of(folder, header.first());
        disk.replace(begun, line);
        appendTo(begun, line.length);
    }

    /** Written anew, for what the disk shows need not be on the medium. */
    private void goOn(Path newest, byte[] content) throws IOException {
        disk.replace(newest, content);
        appendTo(newest, content.length);
    }

    private void appendTo(Path newest, int length) throws IOException {
        octets = length;
        out = disk.append(newest);
    }

    /** Whether {@link #open} found something wrong that no file says yet: the first entry from now on should. */
    public boolean begunAnew() {
        return begunAnew;
    }

    /** Whether it can be written to; see {@link #open}. */
    public boolean isOpen() {
        return out != null;
    }

    /**
     * Writes what waits and takes it off as it becomes durable.
     *
     * @param written gets each entry that is durable now
     * @throws IOException when the disk fails: the trail has to be opened again, and what still waits written then
     */
    public void append(Queue<Noted> waiting, Consumer<AuditEntry> written) throws IOException {
        try {
            while (!waiting.isEmpty()) {
                appendSome(waiting, written);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** As many as the file takes, by one write. */
    private void appendSome(Queue<Noted> waiting, Consumer<AuditEntry> written) throws IOException {
        if (octets >= FULL) {
            close();
            begin(new Header(last + 1, head, ""));
        }
        Appender end = out;
        if (end == null) {
            throw new IOException("the trail is not open");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<AuditEntry> entries = new ArrayList<>();
        String hash = head;
        for (Noted noted : waiting) {
            if (octets + lines.size() >= FULL) {
                break;
            }
            long number = last + entries.size() + 1;
            String json = ActJson.write(number, noted.time(), noted.act());
            hash = Line.hash(hash, json);
            lines.writeBytes(Line.of(hash, json));
            entries.add(new AuditEntry(number, noted.time(), noted.act(), hash));
        }
        end.write(ByteBuffer.wrap(lines.toByteArray()));
        end.sync();
        octets += lines.size();
        for (AuditEntry entry : entries) {
            last = entry.number();
            head = entry.hash();
            waiting.remove();
            written.accept(entry);
        }
    }

    /**
     * Removes the oldest files as far as there are too many.
     *
     * @param anchored up to this number the cloud was given the hash
     * @return number of the last entry that went and was not; 0 when none did
     */
    public long prune(long anchored) throws IOException {
        List<Path> files = TrailFile.all(disk, folder);
        long unanchored = 0;
        for (int i = 0; files.size() - i > KEPT; i++) {
            long end = TrailFile.first(files.get(i + 1)).orElseThrow() - 1;
            if (end > anchored) {
                if (files.size() - i <= MOST) {
                    break;
                }
                unanchored = end;
            }
            disk.delete(files.get(i));
        }
        return unanchored;
    }

    /** Entries that are durable, from a number on, oldest first. Reads the file they are in. */
    public List<AuditEntry> read(long from, int most) throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        List<Path> files = TrailFile.all(disk, folder);
        for (int i = 0; i < files.size() && entries.isEmpty(); i++) {
            boolean before =
                    i + 1 < files.size() && TrailFile.first(files.get(i + 1)).orElse(0) <= from;
            if (!before) {
                read(files.get(i), from, most, entries);
            }
        }
        return entries;
    }

    private void read(Path one, long from, int most, List<AuditEntry> entries) throws IOException {
        String text = new String(disk.read(one, Scan.LARGEST_FILE), StandardCharsets.UTF_8);
        text.lines()
                .flatMap(line -> Line.read(line).stream())
                .map(Line.Read::entry)
                .filter(entry -> entry.number() >= from && entry.number() <= last)
                .limit(most)
                .forEach(entries::add);
    }

    /** Number of the newest entry that is durable; 0 before the first. */
    public long last() {
        return last;
    }

    /** Its hash; 64 zeros before the first. */
    public String head() {
        return head;
    }

    /** Closes the file. What was appended is durable already. */
    public void close() {
        Appender end = out;
        out = null;
        if (end != null) {
            try {
                end.close();
            } catch (IOException e) {
                // It was synced, or is read again before anything is written.
            }
        }
    }
}
