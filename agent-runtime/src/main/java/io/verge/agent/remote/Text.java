package io.verge.agent.remote;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers as people read them. */
final class Text {
    private Text() {}

    static Object parse(byte[] json) throws RemoteException {
        try {
            return JSON.std.anyFrom(json);
        } catch (IOException e) {
            throw new RemoteException("the agent's answer is not JSON: " + e.getMessage());
        }
    }

    /** The objects of an array. */
    @SuppressWarnings("unchecked") // what JSON's objects become
    static List<Map<String, Object>> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    @SuppressWarnings("unchecked") // what JSON's objects become
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static String of(Map<String, Object> object, String key) {
        Object value = object.get(key);
        return value == null ? "" : value.toString();
    }

    static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** 2026-12-01T02:00:00.123Z becomes 2026-12-01T02:00:00Z. */
    static String toTheSecond(String time) {
        int point = time.indexOf('.');
        return point < 0 ? time : time.substring(0, point) + "Z";
    }

    static String json(Map<String, Object> object) throws RemoteException {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new RemoteException("cannot be written as JSON: " + e.getMessage());
        }
    }

    /** Of an answer that is a text, or an object with one reason. */
    static String of(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        try {
            Map<String, Object> object = map(JSON.std.anyFrom(payload));
            return object.containsKey("refused") ? of(object, "refused") : text;
        } catch (IOException e) {
            return text;
        }
    }

    /** {@code radar-ne  DEGRADED 3 min  no frame for 151 ms (limit 150 ms) — check the data cable}. */
    static String line(String name, Map<String, Object> status, Instant now) {
        String head = String.format("%-16s %-11s %-7s", name, of(status, "state"), age(of(status, "since"), now));
        String cause = of(status, "cause");
        return cause.isEmpty() ? head.stripTrailing() : head + " " + cause + " — " + of(status, "remedy");
    }

    /** How long ago; empty for an empty time. */
    static String age(String since, Instant now) {
        if (since.isEmpty()) {
            return "";
        }
        long seconds = Math.max(0, Duration.between(Instant.parse(since), now).toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 100) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h" : hours / 24 + " d";
    }

    static String counters(@Nullable Object counters) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(map(counters)).forEach((name, value) -> {
            if (!"0".equals(value.toString())) {
                text.append(text.length() == 0 ? "" : "  ")
                        .append(name)
                        .append(' ')
                        .append(value);
            }
        });
        return text.toString();
    }
}
