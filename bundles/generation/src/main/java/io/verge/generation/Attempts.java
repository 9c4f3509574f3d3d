package io.verge.generation;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code var/generations/attempts}: a line a set that was started and has not been healthy since. It is written before the
 * start that it counts, since afterwards there may be nobody left to do so. What is damaged counts as nothing; what cannot be read is
 * not written over. The launcher alone writes it.
 */
final class Attempts {
    /** Instead of a set: the start in safe mode. */
    static final String SAFE = "safe";

    private static final Pattern LINE = Pattern.compile("([^ ]+) ([0-9]{1,9}) ([^ ]+) (.*)");
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_REASON = 400;

    private final Disk disk;
    private final Path folder;
    private final Path file;
    private final Patience patience;

    Attempts(Disk disk, Path folder, Patience patience) {
        this.disk = disk;
        this.folder = folder;
        this.file = folder.resolve("attempts");
        this.patience = patience;
    }

    /** By key. */
    SortedMap<String, Attempt> read() throws IOException {
        SortedMap<String, Attempt> attempts = new TreeMap<>();
        try {
            byte[] content = patience.read(() -> disk.read(file, LONGEST));
            Checked.read(content).orElse("").lines().forEach(line -> parse(line, attempts));
        } catch (NoSuchFileException e) {
            return attempts; // nothing has failed yet
        }
        return attempts;
    }

    private static void parse(String line, SortedMap<String, Attempt> attempts) {
        Matcher found = LINE.matcher(line);
        if (found.matches()) {
            try {
                Instant first = Instant.parse(found.group(3));
                attempts.put(found.group(1), new Attempt(Integer.parseInt(found.group(2)), first, found.group(4)));
            } catch (DateTimeException e) {
                return; // the checksum was right, so an agent wrote it that writes times in another way
            }
        }
    }

    /**
     * One more start of this one.
     *
     * @param others keys of which what is noted stays; all else is forgotten
     */
    Attempt count(String key, Set<String> others, Instant now) throws IOException {
        SortedMap<String, Attempt> attempts = read();
        attempts.keySet().removeIf(one -> !one.equals(key) && !others.contains(one));
        @Nullable Attempt before = attempts.get(key);
        Attempt attempt = before == null ? new Attempt(1, now, "") : before.again();
        attempts.put(key, attempt);
        write(attempts);
        return attempt;
    }

    /** Changes what is noted of one; an empty answer forgets it. Writes only when that is something else. */
    void change(String key, Function<Attempt, Optional<Attempt>> how) throws IOException {
        SortedMap<String, Attempt> attempts = read();
        @Nullable Attempt before = attempts.remove(key);
        if (before == null) {
            return;
        }
        Optional<Attempt> after = how.apply(before);
        after.ifPresent(attempt -> attempts.put(key, attempt));
        if (!after.equals(Optional.of(before))) {
            write(attempts);
        }
    }

    private void write(SortedMap<String, Attempt> attempts) throws IOException {
        StringBuilder text = new StringBuilder();
        attempts.forEach((key, attempt) -> text.append(key)
                .append(' ')
                .append(attempt.starts())
                .append(' ')
                .append(attempt.first())
                .append(' ')
                .append(oneLine(attempt.reason()))
                .append('\n'));
        disk.folders(folder);
        disk.replace(file, Checked.write(text.toString()));
    }

    private static String oneLine(String reason) {
        String line = reason.replaceAll("\\R", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }

    /** A set that is started as often as this without becoming healthy is not started again. */
    static boolean isExhausted(@Nullable Attempt attempt, int limit) {
        return attempt != null && attempt.starts() >= limit;
    }
}
