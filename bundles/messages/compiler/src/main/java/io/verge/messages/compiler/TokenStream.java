package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tokens one after the other, with errors that say what was expected. */
final class TokenStream {
    private final List<Token> tokens;
    private int next;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    Place at() {
        return peek().at();
    }

    boolean see(String text) {
        return peek().is(text);
    }

    boolean see(Kind kind) {
        return peek().kind() == kind;
    }

    /** Takes the token when it is there. */
    boolean accept(String text) {
        if (!see(text)) {
            return false;
        }
        next++;
        return true;
    }

    /** Takes several words when all of them are there. */
    boolean accept(String first, String second) {
        if (!see(first) || !peek(1).is(second)) {
            return false;
        }
        next += 2;
        return true;
    }

    void expect(String text) {
        if (!accept(text)) {
            throw expected("'" + text + "'");
        }
    }

    String expect(Kind kind, String what) {
        if (!see(kind)) {
            throw expected(what);
        }
        return take().text();
    }

    SourceException expected(String what) {
        return new SourceException(at(), "expected " + what + ", found " + peek().described());
    }

    /** The tokens up to the brace that closes the one that was just taken; that brace is taken too. */
    List<Token> untilClosingBrace() {
        List<Token> inside = new ArrayList<>();
        Place from = at();
        for (int depth = 1; ; ) {
            Token token = take();
            if (token.kind() == Kind.END) {
                throw new SourceException(from, "expected '}' before the end of the file");
            }
            if (token.is("{")) {
                depth++;
            } else if (token.is("}") && --depth == 0) {
                return inside;
            }
            inside.add(token);
        }
    }
}
