package io.verge.site.internal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, each asked for by what it must be. What is not so is told to the problems, and the answer is
 * empty.
 */
final class Members {
    private final Json.Obj object;
    private final String feature;
    private final Problems problems;

    /**
     * Of an object.
     *
     * @param feature for problems; empty when it is in none
     * @param known all keys that may stand in it; another is a problem
     */
    Members(Json.Obj object, String feature, Problems problems, Set<String> known) {
        this.object = object;
        this.feature = feature;
        this.problems = problems;
        object.members().forEach((key, value) -> {
            if (!known.contains(key) && !value.absent()) {
                problems.add(
                        value.line(),
                        feature,
                        "unknown key \"" + key + "\"; expected one of " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    boolean has(String key) {
        Json value = object.members().get(key);
        return value != null && !value.absent();
    }

    int line(String key) {
        Json value = object.members().get(key);
        return value == null ? object.line() : value.line();
    }

    OptionalInt whole(String key, int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        Json value = value(key, expected);
        if (value instanceof Json.Num number && number.whole() && number.value() >= min && number.value() <= max) {
            return OptionalInt.of((int) number.value());
        }
        wrong(key, value, expected);
        return OptionalInt.empty();
    }

    OptionalInt whole(String key, int min, int max, int ifAbsent) {
        return has(key) ? whole(key, min, max) : OptionalInt.of(ifAbsent);
    }

    /** A number greater than zero. */
    OptionalDouble positive(String key, double max, String unit) {
        String expected = "a number of " + unit + " greater than 0 and at most " + max;
        Json value = value(key, expected);
        if (value instanceof Json.Num number && number.value() > 0 && number.value() <= max) {
            return OptionalDouble.of(number.value());
        }
        wrong(key, value, expected);
        return OptionalDouble.empty();
    }

    Optional<String> text(String key) {
        Json value = value(key, "a string");
        if (value instanceof Json.Text text) {
            return Optional.of(text.value());
        }
        wrong(key, value, "a string");
        return Optional.empty();
    }

    <T> Optional<T> oneOf(String key, Map<String, T> words) {
        String expected = words.keySet().stream().sorted().collect(Collectors.joining(", "));
        expected = words.size() > 1 ? "one of " + expected : expected;
        Json value = value(key, expected);
        if (value instanceof Json.Text text) {
            T meant = words.get(text.value());
            if (meant != null) {
                return Optional.of(meant);
            }
        }
        wrong(key, value, expected);
        return Optional.empty();
    }

    Optional<Boolean> flag(String key) {
        Json value = value(key, "true or false");
        if (value instanceof Json.Bool bool) {
            return Optional.of(bool.value());
        }
        wrong(key, value, "true or false");
        return Optional.empty();
    }

    Optional<Json.Obj> object(String key, String expected) {
        Json value = value(key, expected);
        if (value instanceof Json.Obj found) {
            return Optional.of(found);
        }
        wrong(key, value, expected);
        return Optional.empty();
    }

    Optional<Json.Arr> list(String key, String expected) {
        Json value = value(key, expected);
        if (value instanceof Json.Arr found) {
            return Optional.of(found);
        }
        wrong(key, value, expected);
        return Optional.empty();
    }

    /** The member, or null with a problem when it is absent. */
    private @Nullable Json value(String key, String expected) {
        if (!has(key)) {
            problems.add(object.line(), feature, "\"" + key + "\" is missing; expected " + expected);
            return null;
        }
        return object.members().get(key);
    }

    private void wrong(String key, @Nullable Json value, String expected) {
        if (value != null) {
            problems.add(value.line(), feature, "\"" + key + "\" is " + value.shown() + "; expected " + expected);
        }
    }
}
