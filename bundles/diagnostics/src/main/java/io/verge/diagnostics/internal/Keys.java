package io.verge.diagnostics.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pre-shared keys and what their holders may do. A file has a line a key: {@code identity role hexadecimal}. */
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final long LARGEST_FILE = 100_000;
    private static final int KEY_OCTETS = 32;
    private static final int LEAST_OCTETS = 16;

    private final Map<String, Key> keys;

    /** One holder; the secret's text is never shown. */
    record Key(Role role, String secret) {
        byte[] octets() {
            return HexFormat.of().parseHex(secret);
        }

        @Override
        public String toString() {
            return role.toString();
        }
    }

    private Keys(Map<String, Key> keys) {
        this.keys = Map.copyOf(keys);
    }

    Map<String, Key> all() {
        return keys;
    }

    /**
     * The key of this box's own command line, which is made when there is none, and those of a file. When that file is wrong,
     * none of it counts, and the own key still does: who corrects it must get in.
     *
     * @param own where the own key is; readable for the agent's user alone
     * @param others a file that a maintainer keeps; empty for none
     * @throws IOException when there is no own key and none can be made; names the file
     */
    static Keys load(Path own, String others, SecureRandom random) throws IOException {
        if (!Files.exists(own)) {
            make(own, random);
        }
        Map<String, Key> keys = new LinkedHashMap<>(read(own, Set.of()));
        if (!others.isEmpty()) {
            try {
                keys.putAll(read(Path.of(others), keys.keySet()));
            } catch (IOException e) {
                LOG.error("no key of {} is used until it is corrected and the agent restarted: {}", others, reason(e));
            }
        }
        return new Keys(keys);
    }

    /** A missing file's exception has nothing but its name for a message. */
    private static String reason(IOException e) {
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }

    /** Written beside its place and renamed: half a key would keep its holder out for ever. */
    private static void make(Path own, SecureRandom random) throws IOException {
        byte[] secret = new byte[KEY_OCTETS];
        random.nextBytes(secret);
        String line = "local maintainer " + HexFormat.of().formatHex(secret) + "\n";
        Path file = own.toAbsolutePath();
        Path next = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer octets = StandardCharsets.US_ASCII.encode(line);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @param taken identities that the file must not give again */
    private static Map<String, Key> read(Path file, Set<String> taken) throws IOException {
        if (Files.size(file) > LARGEST_FILE || !Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file of at most " + LARGEST_FILE + " octets");
        }
        Map<String, Key> keys = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> parts = SPACE.splitAsStream(line).toList();
                String place = file + ":" + (i + 1);
                if (parts.size() != 3) {
                    throw new IOException(place + ": expected `identity viewer|maintainer hexadecimal key`");
                }
                Key key = new Key(role(parts.get(1), place), secret(parts.get(2), place));
                if (taken.contains(parts.get(0)) || keys.put(parts.get(0), key) != null) {
                    throw new IOException(place + ": this identity has a key already");
                }
            }
        }
        return keys;
    }

    /** The word is not shown when it is wrong: it may be the key, in the wrong place. */
    private static Role role(String word, String place) throws IOException {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
                return role;
            }
        }
        throw new IOException(place + ": the second word is the role, viewer or maintainer");
    }

    private static String secret(String text, String place) throws IOException {
        try {
            if (HexFormat.of().parseHex(text).length >= LEAST_OCTETS) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the text.
        }
        throw new IOException(place + ": a key is hexadecimal, of at least " + LEAST_OCTETS + " octets");
    }
}
