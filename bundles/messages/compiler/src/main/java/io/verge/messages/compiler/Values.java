package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Assignment;
import io.verge.messages.compiler.Syntax.Value;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows names of values to what they stand for. */
final class Values {
    private static final int MAX_STEPS = 32;

    private Values() {}

    /** A number, by itself or by the name of a value or of a number of the type. */
    static BigInteger number(Value value, Scope scope, Map<String, BigInteger> named) {
        if (value instanceof Syntax.NameValue name && named.containsKey(name.name())) {
            return named.getOrDefault(name.name(), BigInteger.ZERO);
        }
        Value found = follow(value, scope);
        if (found instanceof Syntax.NumberValue number) {
            return number.number();
        }
        throw new SourceException(value.at(), "expected a number or the name of one");
    }

    /** The value behind names, or the last name when it stands for nothing here (an enumeration's, say). */
    static Value follow(Value value, Scope scope) {
        Value current = value;
        Scope where = scope;
        for (int i = 0; i < MAX_STEPS; i++) {
            if (!(current instanceof Syntax.NameValue name)) {
                return current;
            }
            Scope.Argument argument = where.argument(name.name());
            if (argument != null && argument.actual() instanceof Syntax.ActualValue actual) {
                current = actual.value();
                where = argument.scope();
                continue;
            }
            Scope.@Nullable Found found = where.find(name.name());
            Assignment assignment = found == null ? null : found.assignment();
            if (found == null || !(assignment instanceof Syntax.ValueAssignment assigned)) {
                return current;
            }
            current = assigned.value();
            where = found.scope();
        }
        Place at = value.at();
        throw new SourceException(at, "this value is defined by itself");
    }
}
