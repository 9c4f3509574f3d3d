package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;

/**
 * One lexical item of X.680 clause 12.
 *
 * @param text the item as written; for strings without the quotes
 */
record Token(Kind kind, String text, Place at) {
    enum Kind {
        /** A word that begins with an upper-case letter: reserved word, type, module, class, set. */
        UPPER,
        /** A word that begins with a lower-case letter. */
        LOWER,
        NUMBER,
        /** A quoted character string. */
        STRING,
        BITS,
        HEX,
        /** {@code &Field} or {@code &field}. */
        FIELD,
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return text.equals(expected) && (kind == Kind.SYMBOL || kind == Kind.UPPER);
    }

    String described() {
        return kind == Kind.END ? "the end of the file" : "'" + text + "'";
    }
}
