package io.verge.messages.csae.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.messages.facilities.KindEntries;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * DE EventType by what happens: numbers of GB/T 29100-2012, whose text was not at hand. 707 is what two public projects use; the
 * others are from memory, and that a class of its own stands for what has no number of its own is a proposal. So each can be
 * configured.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>401</td><td>objects on the road</td></tr>
 * <tr><td>405</td><td>people on the road</td></tr>
 * <tr><td>406</td><td>animals on the road</td></tr>
 * <tr><td>501</td><td>road works</td></tr>
 * <tr><td>707</td><td>congestion</td></tr>
 * <tr><td>901</td><td>too fast</td></tr>
 * <tr><td>902</td><td>slow</td></tr>
 * <tr><td>903</td><td>stopped</td></tr>
 * <tr><td>904</td><td>against the traffic</td></tr>
 * </table>
 *
 * @param numbers 0 to 65535
 */
record EventCodes(Map<RoadEvent.Kind, Integer> numbers) {
    private static final int GREATEST = 65_535;
    /** For what it has no number: unexpected driving, and the weather. */
    private static final int DRIVING = 900;

    private static final int WEATHER = 300;

    private static final Map<RoadEvent.Kind, Integer> USUAL = usual();

    private static final KindEntries<RoadEvent.Kind> ENTRIES = new KindEntries<>(
            "eventType", List.of(RoadEvent.Kind.values()), "number with 0 to " + GREATEST + ", such as WEATHER=300");

    EventCodes {
        numbers = Map.copyOf(numbers);
    }

    private static Map<RoadEvent.Kind, Integer> usual() {
        Map<RoadEvent.Kind, Integer> numbers = new EnumMap<>(RoadEvent.Kind.class);
        numbers.put(RoadEvent.Kind.COLLISION_RISK, DRIVING);
        numbers.put(RoadEvent.Kind.RED_LIGHT_VIOLATION, DRIVING);
        numbers.put(RoadEvent.Kind.PEDESTRIAN_ON_ROAD, 405);
        numbers.put(RoadEvent.Kind.STOPPED_VEHICLE, 903);
        numbers.put(RoadEvent.Kind.SLOW_VEHICLE, 902);
        numbers.put(RoadEvent.Kind.WRONG_WAY, 904);
        numbers.put(RoadEvent.Kind.OVERSPEED, 901);
        numbers.put(RoadEvent.Kind.CONGESTION, 707);
        numbers.put(RoadEvent.Kind.QUEUE_TAIL, 707);
        numbers.put(RoadEvent.Kind.OBSTACLE, 401);
        numbers.put(RoadEvent.Kind.ANIMAL, 406);
        numbers.put(RoadEvent.Kind.ROAD_WORKS, 501);
        numbers.put(RoadEvent.Kind.WEATHER, WEATHER);
        return numbers;
    }

    /**
     * The usual codes with others over them.
     *
     * @throws IllegalArgumentException names the entry and what was expected
     */
    static EventCodes with(String... entries) {
        return new EventCodes(ENTRIES.over(USUAL, EventCodes::number, entries));
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > GREATEST) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    int of(RoadEvent.Kind kind) {
        return numbers.getOrDefault(kind, 0);
    }
}
