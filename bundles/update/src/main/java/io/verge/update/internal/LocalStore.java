package io.verge.update.internal;

import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was changed on this box, on disk: jars named by their SHA-256, and {@code bundles.list} with a line a bundle that the
 * launcher reads. Each change is on disk before it is acknowledged; a power cut leaves the old list or the new one.
 */
public final class LocalStore {
    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);
    /** Instead of a digest: the jar that the agent was shipped with. */
    public static final String SHIPPED = "-";

    private static final String LIST = "bundles.list";
    private static final String INCOMING = "incoming.tmp";
    private static final Map<String, Fate> FATES =
            Stream.of(Fate.values()).collect(Collectors.toUnmodifiableMap(Fate::word, fate -> fate));
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Path folder;
    private final Path frameworkPlan;

    /** What is to become of a bundle at the next start. */
    public enum Fate {
        ACTIVE,
        STOPPED,
        REMOVED,
        /** Of a version beside another, whose line begins with {@code NAME@VERSION}. */
        BESIDE,
        BESIDE_STOPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line. */
    public record Entry(Fate fate, String digest) {}

    /**
     * @param frameworkPlan the launcher's note that the framework's cache may be used again; deleted at each change
     */
    LocalStore(Path folder, Path frameworkPlan) {
        this.folder = folder.toAbsolutePath().normalize();
        this.frameworkPlan = frameworkPlan;
    }

    /**
     * By symbolic name, or {@code NAME@VERSION} of what is beside another.
     *
     * @throws IOException also when a line is not one: to write the list again would lose what it says
     */
    public SortedMap<String, Entry> entries() throws IOException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(LIST));
        } catch (NoSuchFileException e) {
            return entries;
        }
        for (String line : lines) {
            if (!line.isBlank()) {
                List<String> parts = SPACE.splitAsStream(line).toList();
                Fate fate = parts.size() == 3 ? FATES.get(parts.get(1)) : null;
                if (fate == null) {
                    throw new IOException(folder.resolve(LIST) + " has a line that is none: " + line);
                }
                entries.put(parts.get(0), new Entry(fate, parts.get(2)));
            }
        }
        return entries;
    }

    /**
     * To be called before the framework is changed: from now on its cache is not what the launcher knows, and after a power
     * cut it must be made anew.
     */
    public void begin() throws IOException {
        Files.deleteIfExists(frameworkPlan);
        Path parent = frameworkPlan.toAbsolutePath().getParent();
        if (parent != null && Files.isDirectory(parent)) {
            sync(parent);
        }
    }

    /** Whether a file is one of the store's. */
    boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** Writes the octets to a file that is not yet part of anything. */
    Path receive(ByteBuffer octets) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(INCOMING);
        writeSynced(file, octets.duplicate());
        return file;
    }

    /** Drops what was received and not kept, and the jars that no line names. */
    void tidy() {
        try {
            Files.deleteIfExists(folder.resolve(INCOMING));
            collect(entries());
        } catch (IOException e) {
            LOG.warn("what is not needed any more in {} stays there: {}", folder, e.getMessage());
        }
    }

    /** Where the content is when it is here. */
    public Path jar(String digest) {
        return folder.resolve(digest + ".jar");
    }

    /** Makes what was received part of the store. */
    void keep(Path received, String digest) throws IOException {
        Files.move(received, jar(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    /**
     * Writes one bundle's fate.
     *
     * @throws IOException when the list could not be written; the one before is still there
     */
    void write(String name, Entry entry) throws IOException {
        change(entries -> entries.put(name, entry));
    }

    /** Drops one line. Fails as {@link #write} does. */
    void drop(String name) throws IOException {
        change(entries -> entries.remove(name));
    }

    /** Drops the line of what was beside another and writes that of the other, both or neither. Fails as {@link #write} does. */
    void promote(String beside, String name, Entry entry) throws IOException {
        change(entries -> {
            entries.remove(beside);
            entries.put(name, entry);
        });
    }

    private void change(Consumer<SortedMap<String, Entry>> change) throws IOException {
        Files.createDirectories(folder);
        SortedMap<String, Entry> entries = entries();
        change.accept(entries);
        StringBuilder text = new StringBuilder();
        entries.forEach((each, one) -> text.append(each)
                .append(' ')
                .append(one.fate().word())
                .append(' ')
                .append(one.digest())
                .append('\n'));
        begin();
        Path next = folder.resolve(LIST + ".tmp");
        writeSynced(next, StandardCharsets.UTF_8.encode(text.toString()));
        Files.move(next, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        tidy();
    }

    private void collect(SortedMap<String, Entry> entries) throws IOException {
        List<String> named =
                entries.values().stream().map(entry -> entry.digest() + ".jar").toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".jar") && !named.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static String digest(ByteBuffer octets) {
        return Sha256.of(octets).hex();
    }

    /** SHA-256 in hexadecimal. */
    public static String digest(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return Sha256.of(channel, channel.size()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSynced(Path file, ByteBuffer octets) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    /** A rename is on disk when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
