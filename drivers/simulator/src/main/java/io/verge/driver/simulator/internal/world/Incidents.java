package io.verge.driver.simulator.internal.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often what happens.
 *
 * @param periods mean seconds from one to the next, greater than zero; what is not named never happens
 */
public record Incidents(Map<Incident, Double> periods) {
    /** Normal traffic. */
    public static final Incidents NONE = new Incidents(Map.of());

    public Incidents {
        periods = Map.copyOf(periods);
    }

    /** Every kind, each so often. */
    public static Incidents all(double seconds) {
        return of(seconds, Incident.values());
    }

    /** Some kinds, each so often. */
    public static Incidents of(double seconds, Incident... kinds) {
        return new Incidents(Stream.of(kinds).collect(Collectors.toMap(kind -> kind, kind -> seconds)));
    }

    /**
     * Reads lines such as {@code red-light=40}.
     *
     * @param key of the profile, for the message
     * @throws IllegalArgumentException names the key, the line and what was expected
     */
    public static Incidents parse(String key, List<String> lines) {
        Map<Incident, Double> periods = new EnumMap<>(Incident.class);
        for (String line : lines) {
            int equals = line.indexOf('=');
            Incident kind =
                    Incident.of(line.substring(0, Math.max(0, equals)).strip()).orElseThrow(() -> refused(key, line));
            periods.put(kind, seconds(key, line, line.substring(equals + 1).strip()));
        }
        return new Incidents(periods);
    }

    private static double seconds(String key, String line, String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 1 && seconds <= 1e6) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Refused below, as what is out of range.
        }
        throw refused(key, line);
    }

    private static IllegalArgumentException refused(String key, String line) {
        String known = Stream.of(Incident.values()).map(Incident::key).collect(Collectors.joining(", "));
        return new IllegalArgumentException(key + ": '" + line + "'; expected one of " + known
                + " with the mean seconds from one to the next, 1 to 1000000, such as 'red-light=40'");
    }
}
