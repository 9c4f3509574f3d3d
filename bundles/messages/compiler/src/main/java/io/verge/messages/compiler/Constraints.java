package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Int;
import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Type;
import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Constraint;
import io.verge.messages.compiler.Syntax.Restriction;
import io.verge.messages.compiler.Syntax.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What PER sees of constraints (X.691 clause 10.3): the bounds of integers and sizes, and permitted
 * alphabets. Serial constraints narrow; only the last one decides about extensibility.
 */
final class Constraints {
    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Scope scope;
    private final Map<String, BigInteger> named;
    private final Function<Syntax.TypeNode, Type> types;

    Constraints(Scope scope, Map<String, BigInteger> named, Function<Syntax.TypeNode, Type> types) {
        this.scope = scope;
        this.named = named;
        this.types = types;
    }

    private record Bounds(@Nullable BigInteger lower, @Nullable BigInteger upper) {
        Bounds and(@Nullable Bounds other) {
            return other == null ? this : new Bounds(later(lower, other.lower), earlier(upper, other.upper));
        }

        Bounds or(Bounds other) {
            return new Bounds(
                    lower == null || other.lower == null ? null : lower.min(other.lower),
                    upper == null || other.upper == null ? null : upper.max(other.upper));
        }

        private static @Nullable BigInteger later(@Nullable BigInteger a, @Nullable BigInteger b) {
            return a == null ? b : b == null ? a : a.max(b);
        }

        private static @Nullable BigInteger earlier(@Nullable BigInteger a, @Nullable BigInteger b) {
            return a == null ? b : b == null ? a : a.min(b);
        }
    }

    Int integer(Int parent, List<Constraint> constraints) {
        Int result = parent;
        for (Constraint constraint : constraints) {
            if (isTable(constraint)) {
                continue;
            }
            Bounds outer = new Bounds(result.lower(), result.upper());
            Bounds bounds = outer.and(integerBounds(constraint.root(), outer));
            check(bounds, constraint.at());
            result = new Int(bounds.lower, bounds.upper, constraint.extensible());
        }
        return result;
    }

    static boolean isTable(Constraint constraint) {
        return constraint.root() instanceof Syntax.Table;
    }

    private void check(Bounds bounds, Place at) {
        BigInteger lower = bounds.lower;
        BigInteger upper = bounds.upper;
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            throw new SourceException(at, "expected a range with a value in it, found " + lower + ".." + upper);
        }
        boolean fits = (lower == null || lower.bitLength() < 64)
                && (upper == null || upper.bitLength() < 64 || upper.compareTo(UNSIGNED_MAX) <= 0)
                && !(lower != null && upper != null && lower.signum() < 0 && upper.bitLength() > 63);
        if (!fits) {
            throw new SourceException(at, "expected a range within 64 bits, found " + lower + ".." + upper);
        }
    }

    private @Nullable Bounds integerBounds(Restriction restriction, Bounds parent) {
        if (restriction instanceof Syntax.Included included) {
            return types.apply(included.type()) instanceof Int type ? new Bounds(type.lower(), type.upper()) : null;
        }
        if (restriction instanceof Syntax.Single single) {
            BigInteger value = number(single.value());
            return new Bounds(value, value);
        }
        if (restriction instanceof Syntax.Range range) {
            return new Bounds(
                    bound(range.lower(), parent.lower, range.aboveLower() ? 1 : 0),
                    bound(range.upper(), parent.upper, range.belowUpper() ? -1 : 0));
        }
        return combined(restriction, parent, this::integerBounds);
    }

    private @Nullable BigInteger bound(@Nullable Value value, @Nullable BigInteger none, int step) {
        return value == null ? none : number(value).add(BigInteger.valueOf(step));
    }

    private BigInteger number(Value value) {
        return Values.number(value, scope, named);
    }

    private static @Nullable Bounds combined(
            Restriction restriction, Bounds parent, BiFunction<Restriction, Bounds, @Nullable Bounds> part) {
        if (restriction instanceof Syntax.Union union) {
            Bounds result = null;
            for (Restriction one : union.of()) {
                Bounds bounds = part.apply(one, parent);
                if (bounds == null) {
                    return null;
                }
                result = result == null ? bounds : result.or(bounds);
            }
            return result;
        }
        if (restriction instanceof Syntax.Intersection intersection) {
            Bounds result = null;
            for (Restriction one : intersection.of()) {
                Bounds bounds = part.apply(one, parent);
                result = result == null ? bounds : result.and(bounds);
            }
            return result;
        }
        return null;
    }

    Size size(Size parent, List<Constraint> constraints) {
        Size result = parent;
        for (Constraint constraint : constraints) {
            if (isTable(constraint)) {
                continue;
            }
            boolean[] extensible = {constraint.extensible()};
            Bounds outer = new Bounds(
                    BigInteger.valueOf(result.lower()),
                    result.upper() == null ? null : BigInteger.valueOf(result.upper()));
            Bounds bounds = outer.and(sizeBounds(constraint.root(), outer, extensible));
            check(bounds, constraint.at());
            result = new Size(
                    small(bounds.lower, constraint.at()),
                    bounds.upper == null || bounds.upper.bitLength() > 31 ? null : bounds.upper.intValue(),
                    extensible[0]);
        }
        return result;
    }

    private static int small(@Nullable BigInteger size, Place at) {
        if (size == null || size.signum() < 0 || size.bitLength() > 30) {
            throw new SourceException(at, "expected a size, found " + size);
        }
        return size.intValue();
    }

    private @Nullable Bounds sizeBounds(Restriction restriction, Bounds parent, boolean[] extensible) {
        if (restriction instanceof Syntax.SizeOf size) {
            extensible[0] |= size.size().extensible();
            return integerBounds(size.size().root(), parent);
        }
        return combined(restriction, parent, (part, outer) -> sizeBounds(part, outer, extensible));
    }

    /** The characters that FROM permits; null when all are permitted. */
    @Nullable
    NavigableSet<Character> alphabet(List<Constraint> constraints, NavigableSet<Character> all) {
        NavigableSet<Character> result = null;
        for (Constraint constraint : constraints) {
            NavigableSet<Character> permitted = permitted(constraint.root(), all);
            if (permitted != null && !constraint.extensible()) {
                result = permitted;
            }
        }
        return result;
    }

    private @Nullable NavigableSet<Character> permitted(Restriction restriction, NavigableSet<Character> all) {
        if (restriction instanceof Syntax.From from) {
            NavigableSet<Character> characters = new TreeSet<>();
            characters(from.alphabet().root(), all, characters);
            return characters;
        }
        if (restriction instanceof Syntax.Intersection intersection) {
            for (Restriction part : intersection.of()) {
                NavigableSet<Character> characters = permitted(part, all);
                if (characters != null) {
                    return characters;
                }
            }
        }
        return null;
    }

    private void characters(Restriction restriction, NavigableSet<Character> all, NavigableSet<Character> to) {
        if (restriction instanceof Syntax.Union union) {
            union.of().forEach(part -> characters(part, all, to));
        } else if (restriction instanceof Syntax.Single single) {
            text(single.value()).chars().forEach(c -> to.add((char) c));
        } else if (restriction instanceof Syntax.Range range) {
            char from =
                    range.lower() == null ? all.first() : text(range.lower()).charAt(0);
            char end = range.upper() == null ? all.last() : text(range.upper()).charAt(0);
            to.addAll(all.subSet(from, true, end, true));
        }
    }

    private String text(Value value) {
        if (Values.follow(value, scope) instanceof Syntax.StringValue string
                && !string.text().isEmpty()) {
            return string.text();
        }
        throw new SourceException(value.at(), "expected a string of characters");
    }
}
