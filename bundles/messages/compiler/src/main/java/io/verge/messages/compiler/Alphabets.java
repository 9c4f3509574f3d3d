package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Text;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The characters of the string types and how PER numbers them (X.691 clause 30). */
final class Alphabets {
    private static final String PRINTABLE_SIGNS = " '()+,-./:=?";

    private Alphabets() {}

    /**
     * A string type over an alphabet.
     *
     * @param permitted null for all characters of the kind
     */
    static Text text(String kind, Size size, @Nullable NavigableSet<Character> permitted) {
        if (kind.equals("UTF8String")) {
            return new Text(kind, Size.ANY, null, 0);
        }
        NavigableSet<Character> alphabet = permitted == null || permitted.isEmpty() ? all(kind) : permitted;
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(alphabet.size() - 1);
        boolean ownNumbers = width == 0 || alphabet.last() >>> width == 0;
        return new Text(kind, size, ownNumbers && width > 0 ? null : joined(alphabet), width);
    }

    /** The permitted characters of a type; empty for UTF8String. */
    static NavigableSet<Character> of(Text text) {
        String alphabet = text.alphabet();
        if (alphabet == null) {
            return text.width() == 0 ? new TreeSet<>() : all(text.kind());
        }
        NavigableSet<Character> characters = new TreeSet<>();
        alphabet.chars().forEach(c -> characters.add((char) c));
        return characters;
    }

    private static NavigableSet<Character> all(String kind) {
        NavigableSet<Character> characters = new TreeSet<>();
        switch (kind) {
            case "NumericString" -> add(characters, " 0123456789");
            case "PrintableString" -> {
                range(characters, 'A', 'Z');
                range(characters, 'a', 'z');
                range(characters, '0', '9');
                add(characters, PRINTABLE_SIGNS);
            }
            case "VisibleString", "ISO646String" -> range(characters, ' ', '~');
            default -> range(characters, (char) 0, (char) 127);
        }
        return characters;
    }

    private static void add(NavigableSet<Character> to, String text) {
        text.chars().forEach(c -> to.add((char) c));
    }

    private static void range(NavigableSet<Character> to, char from, char end) {
        for (char c = from; c <= end; c++) {
            to.add(c);
        }
    }

    private static String joined(NavigableSet<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
