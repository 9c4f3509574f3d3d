package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Text to tokens (X.680 clause 12), without comments. */
final class Lexer {
    private static final String[] SYMBOLS = {
        "::=", "...", "..", "[[", "]]", "{", "}", "(", ")", "[", "]", ",", ";", ":", "|", "^", "@", ".", "<", ">", "-",
        "!"
    };

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** All tokens of a file, the last one of kind {@code END}. */
    static List<Token> tokens(String file, String text) {
        Lexer lexer = new Lexer(file, text);
        while (lexer.skipToToken()) {
            lexer.tokens.add(lexer.token());
        }
        lexer.tokens.add(new Token(Kind.END, "", lexer.here()));
        return lexer.tokens;
    }

    private Place here() {
        return new Place(file, line, next - lineStart + 1);
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private boolean skipToToken() {
        while (next < text.length()) {
            if (Character.isWhitespace(text.charAt(next))) {
                step();
            } else if (text.startsWith("--", next)) {
                skipLineComment();
            } else if (text.startsWith("/*", next)) {
                skipBlockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void step() {
        if (text.charAt(next++) == '\n') {
            line++;
            lineStart = next;
        }
    }

    /** X.680 12.6.3: to the end of the line or to the next two hyphens. */
    private void skipLineComment() {
        next += 2;
        while (next < text.length() && text.charAt(next) != '\n') {
            if (text.startsWith("--", next)) {
                next += 2;
                return;
            }
            next++;
        }
    }

    private void skipBlockComment() {
        Place from = here();
        int depth = 0;
        do {
            if (text.startsWith("/*", next)) {
                depth++;
                next += 2;
            } else if (text.startsWith("*/", next)) {
                depth--;
                next += 2;
            } else if (next >= text.length()) {
                throw new SourceException(from, "this comment has no end, expected '*/'");
            } else {
                step();
            }
        } while (depth > 0);
    }

    private Token token() {
        Place at = here();
        char first = text.charAt(next);
        if (isLetter(first)) {
            return new Token(Character.isUpperCase(first) ? Kind.UPPER : Kind.LOWER, word(), at);
        }
        if (first >= '0' && first <= '9') {
            int from = next;
            while (at(next) >= '0' && at(next) <= '9') {
                next++;
            }
            return new Token(Kind.NUMBER, text.substring(from, next), at);
        }
        if (first == '&' && isLetter(at(next + 1))) {
            next++;
            return new Token(Kind.FIELD, word(), at);
        }
        if (first == '"') {
            return string(at);
        }
        if (first == '\'') {
            return digits(at);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, next)) {
                next += symbol.length();
                return new Token(Kind.SYMBOL, symbol, at);
            }
        }
        throw new SourceException(at, "unexpected character '" + first + "'");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Letters, digits and single hyphens; two hyphens begin a comment. */
    private String word() {
        int from = next;
        while (isLetter(at(next))
                || (at(next) >= '0' && at(next) <= '9')
                || (at(next) == '-' && at(next + 1) != '-' && Character.isLetterOrDigit(at(next + 1)))) {
            next++;
        }
        return text.substring(from, next);
    }

    private Token string(Place at) {
        StringBuilder value = new StringBuilder();
        next++;
        while (next < text.length()) {
            if (text.startsWith("\"\"", next)) {
                value.append('"');
                next += 2;
            } else if (text.charAt(next) == '"') {
                next++;
                return new Token(Kind.STRING, value.toString(), at);
            } else {
                value.append(text.charAt(next));
                step();
            }
        }
        throw new SourceException(at, "this string has no end, expected '\"'");
    }

    private Token digits(Place at) {
        int end = text.indexOf('\'', next + 1);
        char base = end < 0 ? 0 : at(end + 1);
        if (base != 'B' && base != 'H') {
            throw new SourceException(at, "expected a string of digits such as '0101'B or '0AF'H");
        }
        String value = text.substring(next + 1, end).replaceAll("\\s", "");
        next = end + 2;
        if (!value.matches(base == 'B' ? "[01]*" : "[0-9A-F]*")) {
            throw new SourceException(at, "'" + value + "'" + base + " has other digits than its base allows");
        }
        return new Token(base == 'B' ? Kind.BITS : Kind.HEX, value, at);
    }
}
