package io.verge.messages.sae.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.messages.facilities.KindEntries;
import io.verge.messages.facilities.element.Ia5;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * ITIS codes (SAE J2540/2) of events. From a public code table, but for 257, 259 and 263, which are from memory; which of them
 * stand for which event is a choice of ours. So each can be configured.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>257</td><td>stopped traffic</td></tr>
 * <tr><td>259</td><td>slow traffic</td></tr>
 * <tr><td>263</td><td>traffic congestion</td></tr>
 * <tr><td>532</td><td>stalled vehicle</td></tr>
 * <tr><td>1025</td><td>road construction</td></tr>
 * <tr><td>1281</td><td>obstruction on roadway</td></tr>
 * <tr><td>1286</td><td>people on roadway</td></tr>
 * <tr><td>1290</td><td>animal on roadway</td></tr>
 * <tr><td>1793</td><td>vehicle traveling wrong way</td></tr>
 * <tr><td>1794</td><td>reckless driver</td></tr>
 * <tr><td>6922</td><td>increased risk of accident</td></tr>
 * <tr><td>7169</td><td>drive carefully</td></tr>
 * <tr><td>7186</td><td>prepare to stop</td></tr>
 * <tr><td>8032</td><td>intersection</td></tr>
 * </table>
 *
 * @param codes by kind: what happens first, then where or what to do
 */
record Itis(Map<RoadEvent.Kind, List<Integer>> codes) {
    static final int GREATEST = 65_535;

    /** Beside the text, which is one more, more would help nobody. */
    private static final int MOST = 8;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final KindEntries<RoadEvent.Kind> ENTRIES = new KindEntries<>(
            "itis",
            List.of(RoadEvent.Kind.values()),
            "codes with 1 to " + MOST + " numbers of 0 to " + GREATEST + ", such as QUEUE_TAIL=257 7186");

    Itis {
        codes = Map.copyOf(codes);
    }

    /**
     * The usual codes with others over them.
     *
     * @throws IllegalArgumentException names the entry and what was expected
     */
    static Itis with(String... entries) {
        Map<RoadEvent.Kind, List<Integer>> codes = new EnumMap<>(RoadEvent.Kind.class);
        for (RoadEvent.Kind kind : RoadEvent.Kind.values()) {
            codes.put(kind, usual(kind));
        }
        return new Itis(ENTRIES.over(codes, Itis::numbers, entries));
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : SPACE.splitAsStream(text.strip()).toList()) {
            int code = Integer.parseInt(number);
            if (code < 0 || code > GREATEST || numbers.size() == MOST) {
                throw new IllegalArgumentException(number);
            }
            numbers.add(code);
        }
        return List.copyOf(numbers);
    }

    private static List<Integer> usual(RoadEvent.Kind kind) {
        return switch (kind) {
            case COLLISION_RISK -> List.of(6922, 8032);
            case RED_LIGHT_VIOLATION -> List.of(1794, 8032);
            case PEDESTRIAN_ON_ROAD -> List.of(1286);
            case STOPPED_VEHICLE -> List.of(532);
            case SLOW_VEHICLE -> List.of(259);
            case WRONG_WAY -> List.of(1793);
            case OVERSPEED -> List.of(1794);
            case CONGESTION -> List.of(263);
            case QUEUE_TAIL -> List.of(257, 7186);
            case OBSTACLE -> List.of(1281);
            case ANIMAL -> List.of(1290);
            case ROAD_WORKS -> List.of(1025);
            case WEATHER -> List.of(7169);
        };
    }

    List<Integer> of(RoadEvent.Kind kind) {
        return codes.getOrDefault(kind, List.of());
    }

    /** Whether it can be said in IA5 characters. */
    static boolean isText(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && Ia5.isText(text);
    }
}
