package io.verge.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which signal group of the map each phase and overlap of a controller is: what the keys {@code groups}, {@code overlaps} and
 * {@code pedestrians} of a profile say.
 */
public final class SignalGroups {
    /** Phases, and overlaps, of a controller. */
    public static final int MOST = 16;

    private static final int MAX_GROUP = 255;

    private final List<Source> sources = new ArrayList<>();
    private final Set<Integer> groups = new HashSet<>();

    /**
     * One signal group.
     *
     * @param group of the map, 1 to 255
     * @param head whether it is a vehicle phase, an overlap or a pedestrian phase
     * @param number of the phase or overlap, 1 to 16
     */
    public record Source(int group, SignalHead head, int number) {}

    private SignalGroups() {}

    /**
     * All signal groups, in ascending order. Each entry is {@code number=group}.
     *
     * @throws IllegalArgumentException names the key, the value and what was expected
     */
    public static List<Source> of(String[] groups, String[] overlaps, String[] pedestrians) {
        SignalGroups all = new SignalGroups();
        all.add("groups", SignalHead.VEHICLE, groups);
        all.add("overlaps", SignalHead.OVERLAP, overlaps);
        all.add("pedestrians", SignalHead.PEDESTRIAN, pedestrians);
        if (all.sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "keys 'groups', 'overlaps' and 'pedestrians' are empty, expected at least one phase and its signal"
                            + " group, such as groups: {2: 1}");
        }
        all.sources.sort(Comparator.comparingInt(Source::group));
        return List.copyOf(all.sources);
    }

    private void add(String key, SignalHead head, String... entries) {
        Set<Integer> numbers = new HashSet<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            int number = number(key, entry, equals < 0 ? "" : entry.substring(0, equals), MOST);
            int group = number(key, entry, entry.substring(equals + 1), MAX_GROUP);
            if (!numbers.add(number)) {
                throw new IllegalArgumentException("key '" + key + "': " + number + " is there twice");
            }
            if (!groups.add(group)) {
                throw new IllegalArgumentException("key '" + key + "': " + entry + ", but signal group " + group
                        + " already belongs to another phase or overlap");
            }
            sources.add(new Source(group, head, number));
        }
    }

    private static int number(String key, String entry, String text, int max) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of its range.
        }
        throw new IllegalArgumentException("key '" + key + "' has '" + entry
                + "', expected a phase or overlap from 1 to 16 = a signal group from 1 to 255");
    }
}
