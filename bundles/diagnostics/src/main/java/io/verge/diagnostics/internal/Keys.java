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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pre-shared keys and what their holders may do. A file has a line a key: {@code identity role hexadecimal}, with the role as {@link Rights}. */
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final long LARGEST_FILE = 100_000;
    private static final int KEY_OCTETS = 32;
    private static final int LEAST_OCTETS = 16;

    private static final Rights OWNER = new Rights(Role.OPERATOR, List.of());

    private final Map<String, Key> keys;

    /** One holder; the secret's text is never shown. */
    record Key(Rights rights, String secret) {
        byte[] octets() {
            return HexFormat.of().parseHex(secret);
        }

        @Override
        public String toString() {
            return rights.role().toString();
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
        Map<String, Key> keys = new LinkedHashMap<>();
        // Whoever may read that file is the agent's user: an older one calls them a maintainer.
        read(own, Set.of()).forEach((identity, key) -> keys.put(identity, new Key(OWNER, key.secret())));
        if (!others.isEmpty()) {
            try {
                keys.putAll(read(Path.of(others), keys.keySet()));
            } catch (IOException e) {
                LOG.error(
                        "no key of {} is used until it is corrected and the agent restarted: {}", others, Reason.of(e));
            }
        }
        return new Keys(keys);
    }

    /** Written beside its place and renamed: half a key would keep its holder out for ever. */
    private static void make(Path own, SecureRandom random) throws IOException {
        byte[] secret = new byte[KEY_OCTETS];
        random.nextBytes(secret);
        String line = "local operator " + HexFormat.of().formatHex(secret) + "\n";
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
                    throw new IOException(place + ": expected `identity role hexadecimal key`");
                }
                Key key = new Key(rights(parts.get(1), place), secret(parts.get(2), place));
                if (taken.contains(parts.get(0)) || keys.put(parts.get(0), key) != null) {
                    throw new IOException(place + ": this identity has a key already");
                }
            }
        }
        return keys;
    }

    /** The word is not shown when it is wrong: it may be the key, in the wrong place. */
    private static Rights rights(String word, String place) throws IOException {
        try {
            return Rights.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IOException(place + ": the second word is wrong: " + e.getMessage(), e);
        }
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
