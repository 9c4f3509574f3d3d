package io.verge.driver.gnss.nmea.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line {@code $GPGGA,field,…*hh}: talker and kind, then fields, then the XOR of all octets between {@code $} and {@code *}
 * in hexadecimal.
 *
 * @param fields the first is talker and kind; fields are empty where the device has nothing to say
 */
record Sentence(List<String> fields) {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{0,10})?");
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("ddMMuuHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** How the two halves of a place are written: degrees, then minutes in two digits and decimals, then the side. */
    enum Axis {
        LATITUDE(2, 90, "N", "S"),
        LONGITUDE(3, 180, "E", "W");

        private final int digits;
        private final int limit;
        private final String positive;
        private final String negative;
        private final Pattern form;

        Axis(int digits, int limit, String positive, String negative) {
            this.digits = digits;
            this.limit = limit;
            this.positive = positive;
            this.negative = negative;
            form = Pattern.compile("[0-9]{" + digits + "}[0-5][0-9](\\.[0-9]{0,10})?");
        }
    }

    Sentence {
        fields = List.copyOf(fields);
    }

    /** Null when the checksum is missing or wrong. */
    static @Nullable Sentence parse(String line) {
        int star = line.length() - 3;
        if (star < 1 || line.charAt(star) != '*') {
            return null;
        }
        int sum = 0;
        for (int i = 1; i < star; i++) {
            sum ^= line.charAt(i);
        }
        String expected = HexFormat.of().toHexDigits((byte) sum);
        return expected.equalsIgnoreCase(line.substring(star + 1))
                ? new Sentence(List.of(COMMA.split(line.substring(1, star), -1)))
                : null;
    }

    /** Empty when the first field is not five letters long, as of what a maker has invented. */
    String talker() {
        return text(0).length() == 5 ? text(0).substring(0, 2) : "";
    }

    String kind() {
        return text(0).length() == 5 ? text(0).substring(2) : "";
    }

    int size() {
        return fields.size();
    }

    /** Empty also when there are fewer fields. */
    String text(int field) {
        return field < fields.size() ? fields.get(field) : "";
    }

    /** −1 when the field is not one digit. */
    int digit(int field) {
        String text = text(field);
        return text.length() == 1 ? Character.digit(text.charAt(0), 10) : -1;
    }

    /** NaN when the field is no number. */
    double number(int field) {
        return NUMBER.matcher(text(field)).matches() ? Double.parseDouble(text(field)) : Double.NaN;
    }

    /** Of the field and the side in the next one; NaN when they are none. */
    double degrees(int field, Axis axis) {
        String text = text(field);
        String side = text(field + 1);
        if (!axis.form.matcher(text).matches() || !(side.equals(axis.positive) || side.equals(axis.negative))) {
            return Double.NaN;
        }
        int whole = Integer.parseInt(text.substring(0, axis.digits));
        double degrees = whole + Double.parseDouble(text.substring(axis.digits)) / 60;
        if (degrees > axis.limit) {
            return Double.NaN;
        }
        return side.equals(axis.positive) ? degrees : -degrees;
    }

    /** Of a field ddmmyy, taken as of this century, and a field hhmmss.sss; null when they are no time. */
    @Nullable
    Instant time(int date, int timeOfDay) {
        if (text(date).length() != 6) {
            return null;
        }
        try {
            return LocalDateTime.parse(text(date) + text(timeOfDay), DATE_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
