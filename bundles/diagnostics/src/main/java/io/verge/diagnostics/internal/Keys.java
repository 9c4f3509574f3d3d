package io.verge.diagnostics.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Pre-shared keys and what their holders may do. A file has a line a key: {@code identity role hexadecimal}. */
final class Keys {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LINE_LIMIT = 1_000;
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
     * The key of this box's own command line, which is made when there is none, and those of a file.
     *
     * @param own where the own key is; readable for the agent's user alone
     * @param others a file that a maintainer keeps; empty for none
     */
    static Keys load(Path own, String others, SecureRandom random) throws IOException {
        if (!Files.exists(own)) {
            make(own, random);
        }
        Map<String, Key> keys = new LinkedHashMap<>(read(own));
        if (!others.isEmpty()) {
            keys.putAll(read(Path.of(others)));
        }
        return new Keys(keys);
    }

    private static void make(Path own, SecureRandom random) throws IOException {
        byte[] secret = new byte[KEY_OCTETS];
        random.nextBytes(secret);
        Files.createDirectories(own.toAbsolutePath().getParent());
        Files.createFile(own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String line = "local maintainer " + HexFormat.of().formatHex(secret) + "\n";
        Files.writeString(own, line, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Map<String, Key> read(Path file) throws IOException {
        Map<String, Key> keys = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > LINE_LIMIT) {
            throw new IOException(file + " has more than " + LINE_LIMIT + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> parts = SPACE.splitAsStream(line).toList();
                String place = file + ":" + (i + 1);
                if (parts.size() != 3) {
                    throw new IOException(place + ": expected `identity viewer|maintainer hexadecimal key`");
                }
                keys.put(parts.get(0), new Key(role(parts.get(1), place), secret(parts.get(2), place)));
            }
        }
        return keys;
    }

    private static Role role(String word, String place) throws IOException {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word)) {
                return role;
            }
        }
        throw new IOException(place + ": the role is viewer or maintainer, not '" + word + "'");
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
