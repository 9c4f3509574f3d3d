package io.verge.agent.run;

import java.util.Map;
import java.util.regex.Pattern;

/** Values from the command line as a profile has them. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false");
    private static final Pattern FLOW = Pattern.compile("[\\[{].*[\\]}]");

    private Yaml() {}

    /** Numbers, truth values and what is written as a list or map stay what they are; all else is text. */
    static String scalar(String value) {
        if (PLAIN.matcher(value).matches() || FLOW.matcher(value).matches()) {
            return value;
        }
        return quoted(value);
    }

    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < 0x20) {
                text.append(String.format("\\x%02x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }

    /** A map in one line; a dot in a key is a map inside. */
    static String map(Map<String, String> values) {
        StringBuilder text = new StringBuilder("{");
        values.forEach((key, value) -> {
            if (text.length() > 1) {
                text.append(", ");
            }
            text.append(quoted(key)).append(": ").append(scalar(value));
        });
        return text.append('}').toString();
    }
}
