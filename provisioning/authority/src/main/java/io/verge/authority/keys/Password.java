package io.verge.authority.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Passwords of key files: in a file, never on a command line and never printed. */
public final class Password {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    /** Of five bits each: 160 bits. */
    private static final int LENGTH = 32;

    private static final int LONGEST = 4_096;

    private Password() {}

    /** A new one that nobody needs to remember. */
    public static char[] generate(RandomGenerator random) {
        char[] password = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            password[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return password;
    }

    /**
     * What a file holds, without the line's end.
     *
     * @throws IOException when there is none, it is empty, or too long to be a password
     */
    public static char[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no file with a password: " + file);
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long for a password: at most " + LONGEST + " octets");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new IOException(file + " is empty: write the password into it");
        }
        return text.toCharArray();
    }

    /**
     * As {@link #read}, from a file that must be nobody else's to read: it is written by hand, so that nobody else has seen to that.
     *
     * @throws IOException also when others than its owner can read it
     */
    public static char[] readPrivate(Path file) throws IOException {
        char[] password = read(file);
        if (SecretFile.isOpen(file)) {
            throw new IOException(file + " can be read or changed by others than its owner: chmod 600 " + file);
        }
        return password;
    }

    /** Puts it into a file of its own that only the owner can read; the file must not be there. */
    public static void write(Path file, char[] password) throws IOException {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] line = new byte[encoded.remaining() + 1];
        encoded.get(line, 0, line.length - 1);
        line[line.length - 1] = '\n';
        SecretFile.create(file, line);
    }
}
