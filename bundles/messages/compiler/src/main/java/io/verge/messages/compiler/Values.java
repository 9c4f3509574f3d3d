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

    /** Named bits as the string in which they are set. */
    static Value bits(Syntax.BracesValue braces, Map<String, BigInteger> named, int atLeast) {
        int length = atLeast;
        BigInteger set = BigInteger.ZERO;
        for (String name : braces.names()) {
            BigInteger bit = named.get(name);
            if (bit == null) {
                throw new SourceException(braces.at(), "expected the name of a bit, found '" + name + "'");
            }
            set = set.setBit(bit.intValueExact());
            length = Math.max(length, bit.intValueExact() + 1);
        }
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(set.testBit(i) ? '1' : '0');
        }
        return new Syntax.BitsValue(braces.at(), digits.toString());
    }
}
