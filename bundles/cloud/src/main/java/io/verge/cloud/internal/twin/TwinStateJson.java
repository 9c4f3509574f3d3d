package io.verge.cloud.internal.twin;

import io.verge.api.status.State;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import io.verge.profile.ProfileTree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state of the twin as JSON and back. Parts of profiles are texts in YAML, which says more kinds of values than JSON. */
final class TwinStateJson {
    /** Three profiles of the greatest size, and what is around them. */
    static final int LARGEST = 8 << 20;

    private static final JsonTreeReader READER = JsonTreeReader.of(LARGEST, 40);
    private static final String HELD = "held";

    private TwinStateJson() {}

    static String write(TwinState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", state.epoch());
        json.put("judged", state.judged());
        put(json, "good", wish(state.good()));
        put(json, "trial", trial(state.trial()));
        json.put("local", state.local());
        json.put("known", state.known());
        json.put("holds", state.holds().stream().map(TwinStateJson::hold).toList());
        json.put("refused", state.refused());
        put(json, "rejected", refusal(state.rejected()));
        put(json, "unread", refusal(state.unread()));
        json.put("reported", state.reported());
        json.put("report", state.report());
        return JsonTree.write(json);
    }

    /** @throws IllegalArgumentException when it is JSON, and not what was written */
    static TwinState read(String text) throws JsonTreeException {
        Map<String, Object> json = READER.object(text.getBytes(StandardCharsets.UTF_8));
        List<Hold> holds = new ArrayList<>();
        if (json.get("holds") instanceof List<?> all) {
            all.forEach(hold -> holds.add(hold(JsonTree.map(hold))));
        }
        return new TwinState(
                number(json, "epoch"),
                number(json, "judged"),
                wish(object(json, "good")),
                trial(object(json, "trial")),
                text(json, "local"),
                text(json, "known"),
                holds,
                texts(object(json, "refused")),
                refusal(object(json, "rejected")),
                refusal(object(json, "unread")),
                number(json, "reported"),
                JsonTree.map(json.get("report")));
    }

    private static @Nullable Map<String, Object> wish(@Nullable Wish wish) {
        return wish == null
                ? null
                : Map.of("epoch", wish.epoch(), "version", wish.version(), "profile", wish.profile());
    }

    private static @Nullable Wish wish(@Nullable Map<String, Object> json) {
        return json == null
                ? null
                : new Wish(number(json, "epoch"), number(json, "version"), JsonTree.map(json.get("profile")));
    }

    private static @Nullable Map<String, Object> trial(@Nullable Trial trial) {
        if (trial == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "wish", wish(trial.wish()));
        json.put("before", trial.before());
        json.put("after", trial.after());
        json.put("changed", List.copyOf(trial.changed()));
        json.put("standings", trial.standings());
        json.put("starts", trial.starts());
        return json;
    }

    private static @Nullable Trial trial(@Nullable Map<String, Object> json) {
        if (json == null) {
            return null;
        }
        Wish wish = wish(object(json, "wish"));
        if (wish == null || !(json.get("changed") instanceof List<?> changed)) {
            throw new IllegalArgumentException("a trial has a wish and what it changed");
        }
        Map<String, State> standings = new TreeMap<>();
        texts(object(json, "standings")).forEach((key, state) -> standings.put(key, State.valueOf(state)));
        return new Trial(
                wish,
                text(json, "before"),
                text(json, "after"),
                new TreeSet<>(changed.stream().map(String::valueOf).toList()),
                standings,
                (int) number(json, "starts"));
    }

    private static Map<String, Object> hold(Hold hold) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", hold.key());
        if (hold.value() != null) {
            byte[] yaml = ProfileTree.write(Map.of(HELD, hold.value()));
            json.put("value", new String(yaml, StandardCharsets.UTF_8));
        }
        json.put("since", hold.since());
        json.put("until", hold.until());
        json.put("safety", hold.safety());
        json.put("reason", hold.reason());
        return json;
    }

    private static Hold hold(Map<String, Object> json) {
        Object value = json.get("value") instanceof String yaml
                ? ProfileTree.read(yaml.getBytes(StandardCharsets.UTF_8)).get(HELD)
                : null;
        return new Hold(
                text(json, "key"),
                value,
                Instant.parse(text(json, "since")),
                Instant.parse(text(json, "until")),
                Boolean.TRUE.equals(json.get("safety")),
                text(json, "reason"));
    }

    private static @Nullable Map<String, Object> refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? null
                : Map.of(
                        "epoch", refusal.epoch(),
                        "version", refusal.version(),
                        "at", refusal.at(),
                        "why", refusal.why(),
                        "keys", refusal.keys());
    }

    private static @Nullable Refusal refusal(@Nullable Map<String, Object> json) {
        return json == null
                ? null
                : new Refusal(
                        number(json, "epoch"),
                        number(json, "version"),
                        Instant.parse(text(json, "at")),
                        text(json, "why"),
                        texts(object(json, "keys")));
    }

    private static void put(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static @Nullable Map<String, Object> object(Map<String, Object> json, String key) {
        return json.get(key) instanceof Map<?, ?> object ? JsonTree.map(object) : null;
    }

    private static Map<String, String> texts(@Nullable Map<String, Object> json) {
        Map<String, String> texts = new TreeMap<>();
        if (json != null) {
            json.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        }
        return texts;
    }

    private static String text(Map<String, Object> json, String key) {
        if (json.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + ": a text was expected");
    }

    private static long number(Map<String, Object> json, String key) {
        if (json.get(key) instanceof BigDecimal number) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException(key + ": a number was expected");
    }
}
