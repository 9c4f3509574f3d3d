package io.verge.cloud.internal.command;

import io.verge.api.disk.Appender;
import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which commands have begun and how they were answered, so that none runs twice: one line is on disk before a command runs, another
 * after it. A command that began and did not end before the power went has an unknown outcome, and does not run again either.
 *
 * <p>A file of lines, each behind its CRC, to which is only added; rewritten when most of it is out of date. A line that was torn or has
 * rotted is passed over. Kept for seven days, and bounded: what has expired and is oldest goes first; while nothing has, nothing new
 * is taken. Used by one thread.
 */
final class Journal {
    static final Duration KEPT = Duration.ofDays(7);
    static final int MOST = 10_000;
    /** Octets of answers that are kept; of older ones only the code is. */
    static final int MOST_CONTENT = 1 << 20;

    private static final int LARGEST_FILE = 64 << 20;
    private static final int REWRITE_AT = 256 * 1024;
    /** Both lines of a command, about, without the content of its answer. */
    private static final int LINES_OCTETS = 300;

    private static final JsonTreeReader LINES = JsonTreeReader.of(LARGEST_FILE, 4);
    private static final Reply INTERRUPTED =
            Reply.why(Reply.FAILED, "interrupted, unknown outcome: the box was stopped while the command ran");
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Disk disk;
    private final Path folder;
    private final Path file;
    private final Clock clock;
    private final int most;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int contentOctets;
    private int fileOctets;
    /** Whether the file may end within a line. */
    private boolean torn;

    /**
     * One command.
     *
     * @param reply null while it runs
     */
    record Entry(String name, Instant begun, Instant expires, @Nullable Reply reply) {
        Entry answered(Reply answer) {
            return new Entry(name, begun, expires, answer);
        }
    }

    Journal(Disk disk, Path file, Clock clock) {
        this(disk, file, clock, MOST);
    }

    /** @param most commands that are kept */
    Journal(Disk disk, Path file, Clock clock, int most) {
        this.most = most;
        this.disk = disk;
        this.file = file.toAbsolutePath();
        folder = Objects.requireNonNull(this.file.getParent(), "a file is in a folder");
        this.clock = clock;
    }

    /**
     * Reads what is there.
     *
     * @throws IOException when the disk cannot be read; nothing must run then
     */
    void load() throws IOException {
        entries.clear();
        byte[] octets;
        try (InputStream in = disk.open(file)) {
            octets = in.readNBytes(LARGEST_FILE);
        } catch (NoSuchFileException e) {
            return;
        }
        int bad = 0;
        for (String line : new String(octets, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty() && !take(line)) {
                bad++;
            }
        }
        if (bad > 0) {
            LOG.warn("{} lines of {} were torn or have rotted and are passed over", bad, file);
        }
        entries.replaceAll((id, entry) -> entry.reply() == null ? entry.answered(INTERRUPTED) : entry);
        contentOctets = entries.values().stream().mapToInt(Journal::octets).sum();
        fileOctets = octets.length;
        torn = true;
        rewrite();
    }

    /** What is known of a request. */
    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * A command is about to run; when this returns, that is on disk.
     *
     * @throws IOException when it is not; the command must not run then
     */
    void begin(Request request) throws IOException {
        makeRoom();
        Entry entry = new Entry(request.name(), clock.now(), request.expires(), null);
        add(begun(request.id(), entry));
        entries.put(request.id(), entry);
    }

    /**
     * A command has ended.
     *
     * @throws IOException when that is not on disk; it is known all the same until the process ends
     */
    void end(String id, Reply reply) throws IOException {
        Entry entry = entries.get(id);
        if (entry != null) {
            entries.put(id, entry.answered(reply));
            contentOctets += reply.content().length();
            add(ended(id, reply));
            forgetContents();
            if (fileOctets > REWRITE_AT && fileOctets > 2 * liveOctets()) {
                rewrite();
            }
        }
    }

    /** What a rewritten file would have, about. */
    private int liveOctets() {
        return entries.size() * LINES_OCTETS + contentOctets;
    }

    private void add(String line) throws IOException {
        byte[] octets = ((torn ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8);
        disk.folders(folder);
        torn = true;
        try (Appender end = disk.append(file)) {
            end.write(ByteBuffer.wrap(octets));
            end.sync();
        }
        torn = false;
        fileOctets += octets.length;
    }

    /** @throws IOException when there is none: all that is kept may still be asked for again */
    private void makeRoom() throws IOException {
        Instant now = clock.now();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Entry entry = oldest.next();
            boolean over = entry.expires().isBefore(now) && entry.reply() != null;
            boolean old = entry.begun().plus(KEPT).isBefore(now);
            if (over && (old || entries.size() >= most)) {
                oldest.remove();
                contentOctets -= octets(entry);
            } else if (!old && entries.size() < most) {
                break;
            }
        }
        if (entries.size() >= most) {
            throw new IOException("the journal of commands is full: " + most + " that have not expired are in it");
        }
    }

    private void forgetContents() {
        for (Map.Entry<String, Entry> one : entries.entrySet()) {
            if (contentOctets <= MOST_CONTENT) {
                return;
            }
            Entry entry = one.getValue();
            Reply reply = entry.reply();
            if (reply != null && !reply.content().isEmpty()) {
                contentOctets -= octets(entry);
                one.setValue(entry.answered(new Reply(reply.code(), "")));
            }
        }
    }

    /** When that fails, the old file goes on. */
    private void rewrite() {
        try {
            replace();
        } catch (IOException e) {
            LOG.warn("{} cannot be rewritten and grows on: {}", file, e.toString());
        }
    }

    private void replace() throws IOException {
        StringBuilder lines = new StringBuilder();
        entries.forEach((id, entry) -> {
            lines.append(begun(id, entry));
            Reply reply = entry.reply();
            if (reply != null && !reply.equals(INTERRUPTED)) {
                lines.append(ended(id, reply));
            }
        });
        byte[] octets = lines.toString().getBytes(StandardCharsets.UTF_8);
        disk.replace(file, octets);
        torn = false;
        fileOctets = octets.length;
    }

    private boolean take(String line) {
        Optional<String> text = CheckedText.read(' ', line);
        if (text.isEmpty()) {
            return false;
        }
        try {
            take(LINES.object(text.get().getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (JsonTreeException | DateTimeException e) {
            return false;
        }
    }

    private void take(Map<String, Object> line) {
        String id = String.valueOf(line.get("id"));
        if (line.get("name") instanceof String name) {
            Instant begun = Instant.parse(String.valueOf(line.get("begun")));
            Instant expires = Instant.parse(String.valueOf(line.get("expires")));
            entries.putIfAbsent(id, new Entry(name, begun, expires, null));
        } else if (line.get("code") instanceof BigDecimal code) {
            Reply reply = new Reply(code.intValue(), String.valueOf(line.get("content")));
            entries.computeIfPresent(id, (any, entry) -> entry.answered(reply));
        }
    }

    private static String begun(String id, Entry entry) {
        return line(Map.of("id", id, "name", entry.name(), "begun", entry.begun(), "expires", entry.expires()));
    }

    private static String ended(String id, Reply reply) {
        return line(Map.of("id", id, "code", reply.code(), "content", reply.content()));
    }

    private static String line(Map<String, Object> fields) {
        return CheckedText.of(' ', JsonTree.write(fields)) + "\n";
    }

    private static int octets(Entry entry) {
        Reply reply = entry.reply();
        return reply == null ? 0 : reply.content().length();
    }
}
