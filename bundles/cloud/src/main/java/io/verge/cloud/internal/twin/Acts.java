package io.verge.cloud.internal.twin;

import io.verge.api.audit.Act;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the twin and the commands tell, in the words of the trail. */
final class Acts {
    private static final int GOOD = 300;
    private static final int FAULT = 500;

    private Acts() {}

    static Act of(String what, Map<String, ?> details) {
        Map<String, Object> rest = new LinkedHashMap<>(details);
        boolean cloud = what.equals("command") || what.startsWith("desired-");
        String object = object(rest);
        String outcome = outcome(what, rest.get("code"));
        return new Act(
                cloud ? "mqtt" : "twin", cloud ? "cloud" : "agent", "", "cloud." + what, object, outcome, text(rest));
    }

    /** What it was done to; taken off the rest. */
    private static String object(Map<String, Object> rest) {
        List<String> parts = new ArrayList<>();
        for (String name : new String[] {"name", "key", "keys", "epoch", "version"}) {
            Object value = rest.remove(name);
            if (value != null) {
                parts.add(value.toString());
            }
        }
        return String.join(".", parts);
    }

    /** Codes are those of HTTP. */
    private static String outcome(String what, @Nullable Object code) {
        if (code instanceof Number number) {
            return number.intValue() < GOOD ? "done" : number.intValue() < FAULT ? "refused" : "failed";
        }
        return switch (what) {
            case "desired-rejected", "desired-refused" -> "refused";
            case "not-taken-back" -> "failed";
            default -> "done";
        };
    }

    private static String text(Map<String, Object> rest) {
        return rest.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
