package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a played sensor hangs and at which port it is reached, as one line of the profile says it: {@code ne=port 61401, east
 * 22, north 22, up 6, azimuth 225}.
 *
 * @param name for people
 * @param port of the loopback interface; 0 for any
 * @param fieldOfView degrees; empty when the line does not say
 * @param range metres; empty when the line does not say
 */
public record Placement(String name, int port, Mount mount, OptionalDouble fieldOfView, OptionalDouble range) {
    private static final String EXPECTED =
            "expected 'port 61401, east 22, north 22, up 6, azimuth 225'; tilt, view and range may follow";
    private static final List<String> REQUIRED = List.of("port", "east", "north", "up", "azimuth");
    private static final Set<String> KNOWN = Set.of("port", "east", "north", "up", "azimuth", "tilt", "view", "range");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /**
     * Reads a line.
     *
     * @param key of the profile, for the message
     * @throws IllegalArgumentException names the key, the line and what was expected
     */
    public static Placement parse(String key, String line) {
        int equals = line.indexOf('=');
        Map<String, Double> values = new HashMap<>();
        COMMA.splitAsStream(line.substring(equals + 1).strip()).forEach(part -> {
            int space = part.indexOf(' ');
            String name = part.substring(0, Math.max(0, space));
            Optional<Double> value = number(part.substring(space + 1).strip());
            if (!KNOWN.contains(name) || value.isEmpty() || values.put(name, value.get()) != null) {
                throw new IllegalArgumentException(key + ": '" + part + "' in '" + line + "'; " + EXPECTED);
            }
        });
        double port = values.getOrDefault("port", -1.0);
        if (equals < 1
                || !values.keySet().containsAll(REQUIRED)
                || port < 0
                || port > 65_535
                || port != Math.rint(port)) {
            throw new IllegalArgumentException(key + ": '" + line + "'; " + EXPECTED);
        }
        return new Placement(
                line.substring(0, equals),
                (int) port,
                mount(values),
                optional(values, "view"),
                optional(values, "range"));
    }

    private static Mount mount(Map<String, Double> values) {
        Position position = new Position(
                values.getOrDefault("east", 0.0), values.getOrDefault("north", 0.0), values.getOrDefault("up", 0.0));
        return new Mount(position, values.getOrDefault("azimuth", 0.0), values.getOrDefault("tilt", 0.0));
    }

    private static OptionalDouble optional(Map<String, Double> values, String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What it overlooks, with what is usual for its kind where the line does not say. */
    View view(double usualFieldOfView, double usualRange) {
        return new View(mount, fieldOfView.orElse(usualFieldOfView), range.orElse(usualRange));
    }
}
