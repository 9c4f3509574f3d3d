package io.verge.messages.compiler;

import org.jspecify.annotations.Nullable;

/** Java text with its indentation. */
final class JavaSource {
    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** One line; with arguments it is a format. A line that ends with an opening brace indents what follows. */
    JavaSource line(String line, @Nullable Object... arguments) {
        String plain = arguments.length == 0 ? line : String.format(line, arguments);
        if (plain.startsWith("}")) {
            depth--;
        }
        text.append(plain.isEmpty() ? "" : STEP.repeat(depth)).append(plain).append('\n');
        if (plain.endsWith("{")) {
            depth++;
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
