package io.verge.profile.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** From octets to the tree of a profile, with limits. */
public final class ProfileText {
    /** The greatest profile, octets. */
    static final int LARGEST = 1 << 20;

    private ProfileText() {}

    /** The octets of a file; null when it cannot be read, which is then a problem. One octet too many when it is too large. */
    public static byte @Nullable [] read(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            problems.add(0, "", "the file " + file + " does not exist");
        } catch (IOException e) {
            problems.add(0, "", "the file " + file + " cannot be read: " + reason(e));
        }
        return null;
    }

    /** The tree of a text in UTF-8; null when there is none, which is then a problem. */
    public static @Nullable YamlNode parse(byte[] content, Problems problems) {
        if (content.length > LARGEST) {
            problems.add(0, "", "a profile has at most " + LARGEST + " bytes, and this has more");
            return null;
        }
        String text = decode(content, problems);
        return text == null || !isPrintable(text, problems) ? null : YamlReader.read(text, problems);
    }

    /** What an exception of the file system means to a person. */
    static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + " " + message;
    }

    private static @Nullable String decode(byte[] content, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            problems.add(
                    lineOf(content, in.position()),
                    "",
                    "this is not UTF-8: the byte at " + in.position() + " does not fit what is before it");
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether YAML 1.2 has all the characters (5.1); the first that it has not is a problem. */
    private static boolean isPrintable(String text, Problems problems) {
        int wrong = 0;
        while (wrong < text.length() && isPrintable(text.codePointAt(wrong))) {
            wrong = text.offsetByCodePoints(wrong, 1);
        }
        if (wrong == text.length()) {
            return true;
        }
        String character = "U+%04X".formatted(text.codePointAt(wrong));
        int line = 1 + (int) text.chars().limit(wrong).filter(c -> c == '\n').count();
        problems.add(line, "", "this is not YAML: the character " + character + " is not allowed");
        return false;
    }

    private static boolean isPrintable(int character) {
        return (character >= 0x20 && character <= 0x7e)
                || character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0x85
                || (character >= 0xa0 && character <= 0xfffd)
                || character >= 0x10000;
    }

    private static int lineOf(byte[] content, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (content[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
