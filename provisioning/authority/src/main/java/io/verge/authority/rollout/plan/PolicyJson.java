package io.verge.authority.rollout.plan;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy as JSON, such as {@code {"waves":[{"name":"first","percent":1,"least":5,"everyModel":true,"pause":"PT24H"},…],"errors":2}}. */
public final class PolicyJson {
    private static final Policy USUAL = Policy.USUAL;
    private static final Duration PAUSE = Duration.ofHours(24);

    private PolicyJson() {}

    /**
     * Reads one; what it does not say is as in {@link Policy#USUAL}.
     *
     * @throws IOException when it is none; names the member, and what was expected
     */
    public static Policy read(JsonObject policy) throws IOException {
        try {
            List<WaveRule> waves = new ArrayList<>();
            for (JsonObject wave : policy.objects("waves")) {
                waves.add(wave(wave, waves.size() + 1));
            }
            return new Policy(
                    waves.isEmpty() ? USUAL.waves() : waves,
                    policy.number("success", USUAL.success()),
                    policy.number("errors", USUAL.errors()),
                    policy.duration("deadline", USUAL.deadline()),
                    policy.duration("between", USUAL.between()),
                    (int) Math.min(Integer.MAX_VALUE, policy.whole("atOnce", USUAL.atOnce())),
                    policy.has("window") ? window(policy.object("window")) : null);
        } catch (IllegalArgumentException e) {
            throw new IOException(policy.at() + e.getMessage(), e);
        }
    }

    private static WaveRule wave(JsonObject wave, int number) throws IOException {
        return new WaveRule(
                wave.text("name", "wave " + number),
                wave.number("percent", 0),
                (int) Math.min(Integer.MAX_VALUE, wave.whole("least", 0)),
                wave.texts("groups"),
                wave.texts("corridors"),
                wave.flag("everyModel"),
                wave.duration("pause", PAUSE));
    }

    private static Window window(JsonObject window) throws IOException {
        try {
            return new Window(
                    LocalTime.parse(window.text("from")),
                    LocalTime.parse(window.text("to")),
                    ZoneId.of(window.text("zone", "UTC")));
        } catch (DateTimeException e) {
            throw window.refused(
                    "from, to, zone", "times such as 22:00 and a zone such as Asia/Shanghai were expected");
        }
    }

    /** Writes one. */
    public static Map<String, @Nullable Object> write(Policy policy) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("waves", policy.waves().stream().map(PolicyJson::write).toList());
        members.put("success", BigDecimal.valueOf(policy.success()));
        members.put("errors", BigDecimal.valueOf(policy.errors()));
        members.put("deadline", policy.deadline());
        members.put("between", policy.between());
        members.put("atOnce", policy.atOnce());
        Window window = policy.window();
        if (window != null) {
            members.put("window", Map.of("from", window.from(), "to", window.to(), "zone", window.zone()));
        }
        return members;
    }

    private static Map<String, Object> write(WaveRule wave) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", wave.name());
        members.put("percent", BigDecimal.valueOf(wave.percent()));
        members.put("least", wave.least());
        members.put("groups", wave.groups());
        members.put("corridors", wave.corridors());
        members.put("everyModel", wave.everyModel());
        members.put("pause", wave.pause());
        return members;
    }
}
