package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ValueType;
import io.verge.profile.internal.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of what is written, strictly: numbers as in the core schema of YAML 1.2 and without quotes, {@code true} or
 * {@code false} and no other words. A text is taken as it is written, so {@code 0417} keeps its zero.
 */
final class Scalars {
    /** Lengths are bounded, since arithmetic on endless digits takes endless time. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,40}");

    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,20}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,24}");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(?:\\.[0-9]{1,40}|[0-9]{1,40}(?:\\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?");
    private static final String REFERENCE = "file:";

    private Scalars() {}

    /** The value of a key; null when it does not fit. */
    static @Nullable Object value(AttributeType attribute, YamlNode node) {
        if (!(node instanceof Scalar scalar) || scalar.nothing()) {
            return null;
        }
        Object value =
                switch (attribute.type()) {
                    case TEXT ->
                        fits(attribute, BigDecimal.valueOf(scalar.text().length())) ? scalar.text() : null;
                    case PASSWORD -> reference(scalar.text());
                    case CHARACTER ->
                        scalar.text().length() == 1 ? scalar.text().charAt(0) : null;
                    case BOOLEAN -> bool(scalar);
                    case BYTE, SHORT, INTEGER, LONG -> whole(attribute, scalar);
                    case FLOAT, DOUBLE -> fraction(attribute, scalar);
                };
        return value == null || isOption(attribute, scalar, value) ? value : null;
    }

    /** Whether this is a number when it stands without quotes. */
    static boolean isNumber(String text) {
        return isWhole(text) || FRACTION.matcher(text).matches();
    }

    /** Whether this is a number in the decimal system. */
    static boolean isDecimal(String text) {
        return FRACTION.matcher(text).matches();
    }

    /** Whether this is a number without a fraction. */
    static boolean isWhole(Scalar scalar) {
        return scalar.plain() && isWhole(scalar.text());
    }

    /** Whether a whole number has no place in this type. */
    static boolean outside(ValueType type, String number) {
        BigDecimal value = new BigDecimal(integer(number));
        return value.compareTo(least(type)) < 0 || value.compareTo(greatest(type)) > 0;
    }

    /** The least value of a type of whole numbers. */
    static BigDecimal least(ValueType type) {
        return greatest(type).negate().subtract(BigDecimal.ONE);
    }

    /** The greatest value of a type of whole numbers. */
    static BigDecimal greatest(ValueType type) {
        return BigDecimal.valueOf(
                switch (type) {
                    case BYTE -> Byte.MAX_VALUE;
                    case SHORT -> Short.MAX_VALUE;
                    case INTEGER -> Integer.MAX_VALUE;
                    default -> Long.MAX_VALUE;
                });
    }

    private static boolean isWhole(String text) {
        return DECIMAL.matcher(text).matches()
                || HEXADECIMAL.matcher(text).matches()
                || OCTAL.matcher(text).matches();
    }

    private static @Nullable Object whole(AttributeType attribute, Scalar scalar) {
        if (!isWhole(scalar) || outside(attribute.type(), scalar.text())) {
            return null;
        }
        BigInteger value = integer(scalar.text());
        if (!fits(attribute, new BigDecimal(value))) {
            return null;
        }
        return switch (attribute.type()) {
            case BYTE -> value.byteValueExact();
            case SHORT -> value.shortValueExact();
            case INTEGER -> value.intValueExact();
            default -> value.longValueExact();
        };
    }

    private static BigInteger integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private static @Nullable Object fraction(AttributeType attribute, Scalar scalar) {
        if (!scalar.plain() || !FRACTION.matcher(scalar.text()).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(scalar.text());
        if (!fits(attribute, value)) {
            return null;
        }
        if (attribute.type() == ValueType.FLOAT) {
            return Float.isFinite(value.floatValue()) ? value.floatValue() : null;
        }
        return Double.isFinite(value.doubleValue()) ? value.doubleValue() : null;
    }

    private static boolean fits(AttributeType attribute, BigDecimal value) {
        BigDecimal min = attribute.min();
        BigDecimal max = attribute.max();
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    private static @Nullable Object bool(Scalar scalar) {
        if (!scalar.plain()) {
            return null;
        }
        return switch (scalar.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Object reference(String text) {
        return text.startsWith(REFERENCE) && text.length() > REFERENCE.length() ? text : null;
    }

    private static boolean isOption(AttributeType attribute, Scalar scalar, Object value) {
        return attribute.options().isEmpty()
                || attribute.options().stream()
                        .anyMatch(option -> option.value().equals(scalar.text())
                                || option.value().equals(value.toString()));
    }
}
