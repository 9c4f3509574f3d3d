package io.verge.agent.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What was changed on this box: the file {@code bundles.list} has a line a bundle: symbolic name, what became of it, and the
 * SHA-256 that names its file beside the list, or {@code -} for the shipped one. A version of a driver that is there beside another has
 * a line of {@code NAME@VERSION}. Written by the bundle {@code io.verge.update}.
 */
final class LocalBundles {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Set<String> FATES = Set.of("active", "stopped", "removed");
    private static final String BESIDE = "beside";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * One line.
     *
     * @param version of what is beside another; else empty
     */
    record Entry(String name, String version, boolean removed, boolean stopped, String digest) {
        boolean beside() {
            return !version.isEmpty();
        }

        boolean shipped() {
            return digest.equals("-");
        }
    }

    private LocalBundles() {}

    /** Tells these changes from others, in one word; empty when nothing was changed. */
    static String identity(Path folder) {
        CRC32C crc = new CRC32C();
        try {
            crc.update(Files.readAllBytes(folder.resolve("bundles.list")));
            return "%08x".formatted(crc.getValue());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return "unreadable"; // the start with them will fail, and the one without them comes next
        }
    }

    /** In the order of their names; empty when nothing was changed. */
    static Collection<Entry> read(Path folder) throws IOException {
        Path list = folder.resolve("bundles.list");
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (Files.exists(list)) {
            int number = 0;
            for (String line : Files.readAllLines(list)) {
                number++;
                if (!line.isBlank()) {
                    Entry entry = entry(line, list + ":" + number);
                    entries.put(entry.name() + "@" + entry.version(), entry);
                }
            }
        }
        return entries.values();
    }

    private static Entry entry(String line, String place) throws IOException {
        List<String> parts = SPACE.splitAsStream(line).toList();
        if (parts.size() == 3) {
            String state = parts.get(1);
            String digest = parts.get(2);
            int at = parts.get(0).indexOf('@');
            boolean whole = DIGEST.matcher(digest).matches();
            if (at < 0 && FATES.contains(state) && (whole || digest.equals("-"))) {
                return new Entry(parts.get(0), "", state.equals("removed"), state.equals("stopped"), digest);
            }
            if (at > 0 && (state.equals(BESIDE) || state.equals(BESIDE + "-stopped")) && whole) {
                String name = parts.get(0).substring(0, at);
                return new Entry(name, parts.get(0).substring(at + 1), false, !state.equals(BESIDE), digest);
            }
        }
        throw new IOException(place
                + ": expected `NAME active|stopped|removed SHA256|-` or `NAME@VERSION beside|beside-stopped SHA256`,"
                + " found: "
                + line);
    }
}
