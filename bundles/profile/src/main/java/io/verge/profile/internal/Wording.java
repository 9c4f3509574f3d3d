package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ValueType;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Items;
import io.verge.profile.internal.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, what was expected, and what may have been meant, in words. Never repeats a secret. */
final class Wording {
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_PATH = 160;
    private static final int MOST_NAMES = 12;

    private Wording() {}

    /** A value that does not fit its key. */
    static String misfit(AttributeType attribute, YamlNode node) {
        String found = attribute.type() == ValueType.PASSWORD && node instanceof Scalar scalar && !scalar.nothing()
                ? "a value"
                : found(node);
        return expected(attribute, node) + " was expected, " + found + " was found" + meant(attribute, node)
                + about(attribute);
    }

    /** An item of a list that does not fit. */
    static String misfitItem(AttributeType attribute, YamlNode node) {
        return one(attribute, node) + " was expected, " + found(node) + " was found" + meant(attribute, node)
                + about(attribute);
    }

    /** A list with too many items. */
    static String tooMany(AttributeType attribute, int found) {
        return "a list of at most " + attribute.most() + " items was expected, " + found + " were found"
                + about(attribute);
    }

    /** A key that the profile must give and does not. */
    static String missing(AttributeType attribute) {
        return "is missing; " + expected(attribute, null) + " is expected" + about(attribute);
    }

    /** The nearest of the names, or else all of them, as the end of a message. */
    static String choice(String wrong, Collection<String> known) {
        return Names.nearest(wrong, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "" : "; there " + (known.size() == 1 ? "is " : "are ") + some(known));
    }

    /** Some of the names, all when they are few. */
    static String some(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }

    /** What stands in the profile. */
    static String found(YamlNode node) {
        if (node instanceof Items) {
            return "a list";
        }
        if (node instanceof Block) {
            return "a block of keys";
        }
        Scalar scalar = (Scalar) node;
        if (scalar.nothing()) {
            return "nothing";
        }
        if (!scalar.plain()) {
            return "'" + shortened(scalar.text()) + "' in quotes";
        }
        return Scalars.isNumber(scalar.text()) ? scalar.text() : "'" + shortened(scalar.text()) + "'";
    }

    /** A text from the profile, fit for one line. */
    static String shortened(String text) {
        return fit(text, LONGEST_VALUE);
    }

    /** A key path from the profile, fit for one line. */
    static String path(String path) {
        return fit(path, LONGEST_PATH);
    }

    private static String fit(String text, int longest) {
        String cut = text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest - 3)) + "..."
                : text;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String meant(AttributeType attribute, YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            return "";
        }
        List<String> options =
                attribute.options().stream().map(AttributeType.Option::value).toList();
        return Names.nearest(scalar.text(), options)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static String expected(AttributeType attribute, @Nullable YamlNode node) {
        if (!attribute.list()) {
            return one(attribute, node);
        }
        String most = attribute.most() == Integer.MAX_VALUE ? "" : " of at most " + attribute.most() + " items";
        String block = attribute.type() == ValueType.TEXT ? " or a block of keys" : "";
        return "a list" + most + block + ", each value " + one(attribute, node) + ",";
    }

    private static String one(AttributeType attribute, @Nullable YamlNode node) {
        if (!attribute.options().isEmpty()) {
            String quote = attribute.type().number() ? "" : "'";
            List<String> options = attribute.options().stream()
                    .map(option -> quote + option.value() + quote)
                    .toList();
            return (options.size() == 1 ? "" : "one of ") + some(options);
        }
        return switch (attribute.type()) {
            case BOOLEAN -> "true or false";
            case CHARACTER -> "one character";
            case PASSWORD -> "a reference to a file, such as file:secrets/key,";
            case TEXT -> "a text" + length(attribute.min(), attribute.max());
            case FLOAT, DOUBLE -> "a number" + range(attribute.min(), attribute.max());
            case BYTE, SHORT, INTEGER, LONG -> "a whole number" + wholeRange(attribute, node);
        };
    }

    /** The range of the type itself is told when that is what the number leaves. */
    private static String wholeRange(AttributeType attribute, @Nullable YamlNode node) {
        if (node instanceof Scalar scalar
                && Scalars.isWhole(scalar)
                && Scalars.outside(attribute.type(), scalar.text())) {
            BigDecimal min = attribute.min();
            BigDecimal max = attribute.max();
            return range(
                    min == null ? Scalars.least(attribute.type()) : min,
                    max == null ? Scalars.greatest(attribute.type()) : max);
        }
        return range(attribute.min(), attribute.max());
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null) {
            return " from " + min.toPlainString() + " to " + max.toPlainString();
        }
        if (min != null) {
            return " of at least " + min.toPlainString();
        }
        return max == null ? "" : " of at most " + max.toPlainString();
    }

    private static String length(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null) {
            return " of " + min.toPlainString() + " to " + max.toPlainString() + " characters";
        }
        String range = range(min, max);
        return range.isEmpty() ? "" : range + " characters";
    }

    /** The title and description of a key, as the end of a message; empty when they say no more than the key. */
    private static String about(AttributeType attribute) {
        String title = attribute.title();
        if (!attribute.description().isEmpty()) {
            return " (" + (title.isEmpty() ? "" : title + ": ") + attribute.description() + ")";
        }
        boolean sameAsKey = letters(title).equals(letters(attribute.key()));
        return sameAsKey || title.isEmpty() ? "" : " (" + title + ")";
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
