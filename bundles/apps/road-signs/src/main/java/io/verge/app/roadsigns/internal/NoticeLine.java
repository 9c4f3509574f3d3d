package io.verge.app.roadsigns.internal;

import io.verge.api.app.Notice;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of the profile, such as {@code works-east=sign 38, east 30, north 2, lanes 3 4}. */
final class NoticeLine {
    private static final Set<String> KEYS =
            Set.of("sign", "event", "text", "value", "east", "north", "radius", "lanes", "from", "until");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String where;
    private final List<String> problems;
    private final Map<String, String> values = new HashMap<>();

    private NoticeLine(String where, List<String> problems) {
        this.where = where;
        this.problems = problems;
    }

    /**
     * Reads a line; what is not given or wrong is unknown in the notice.
     *
     * @param key of the profile, for the problems
     * @param problems gets all that is wrong
     */
    static Notice parse(String key, String line, List<String> problems) {
        int equals = line.indexOf('=');
        String id = line.substring(0, Math.max(0, equals));
        NoticeLine reader = new NoticeLine(key + "." + id, problems);
        COMMA.splitAsStream(line.substring(equals + 1).strip()).forEach(reader::part);
        return reader.notice(id);
    }

    private void part(String part) {
        int space = part.indexOf(' ');
        String key = part.substring(0, Math.max(0, space));
        if (!KEYS.contains(key)) {
            wrong("'" + part + "' does not begin with one of "
                    + String.join(", ", KEYS.stream().sorted().toList()));
        } else if (values.put(key, part.substring(space + 1).strip()) != null) {
            wrong(key + " is given twice");
        }
    }

    private Notice notice(String id) {
        return new Notice(
                id,
                read("sign", Integer::valueOf, "a whole number"),
                read("event", NoticeLine::event, "road-works or weather"),
                values.getOrDefault("text", ""),
                number("value"),
                new Position(number("east"), number("north"), 0),
                number("radius"),
                lanes(),
                read("from", NoticeLine::instant, "a time like 2026-12-31T18:00Z"),
                read("until", NoticeLine::instant, "a time like 2026-12-31T18:00Z"));
    }

    private static RoadEvent.Kind event(String text) {
        return RoadEvent.Kind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private double number(String key) {
        Double value = read(key, Double::valueOf, "a number");
        return value == null ? Double.NaN : value;
    }

    private List<Integer> lanes() {
        List<Integer> lanes = read(
                "lanes",
                text -> SPACE.splitAsStream(text).map(Integer::valueOf).toList(),
                "ids of lanes, with spaces between");
        return lanes == null ? new ArrayList<>() : lanes;
    }

    private <T> @Nullable T read(String key, Function<String, T> reader, String expected) {
        String text = values.get(key);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(key + ": '" + text + "' is not " + expected);
            return null;
        }
    }

    private void wrong(String problem) {
        problems.add(where + ": " + problem);
    }
}
