package io.verge.driver.camera.must.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.device.Counters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the sensor, each of nine fields with commas between them:
 *
 * <pre>
 *  class, x, y, heading, speed, size, confidence, track, time
 *  text   m  m  degrees  m/s    text  percent     number seconds since 1970
 * </pre>
 *
 * A line that is none is counted with its reason and left out.
 */
final class MustReader {
    private static final int FIELDS = 9;

    /** Characters: twice as long as a line can become. */
    private static final int MAX_LINE = 256;

    /** Metres. */
    private static final double MAX_DISTANCE = 1000;

    /** m/s. */
    private static final double MAX_SPEED = 100;

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern TRACK = Pattern.compile("[0-9]{1,19}");

    private static final Map<String, RoadUserType> TYPES = Map.of(
            "sedan", RoadUserType.CAR,
            "van", RoadUserType.CAR,
            "pickup truck", RoadUserType.CAR,
            "truck", RoadUserType.TRUCK,
            "bus", RoadUserType.BUS,
            "motorcycle", RoadUserType.MOTORCYCLE,
            "bicycle", RoadUserType.BICYCLE,
            "pedestrian", RoadUserType.PEDESTRIAN);

    /** Of vehicles; typical ones, as the sensor only tells three sizes apart. */
    private static final Map<String, Size> SIZES = Map.of(
            "small", new Size(4.3, 1.8, 1.5),
            "medium", new Size(5.3, 2.0, 1.9),
            "large", new Size(10, 2.5, 3.5));

    private final Counters.Counter badLines;
    private final Counters.Counter badFields;
    private final Counters.Counter badNumbers;
    private final Counters.Counter implausible;
    private final Counters.Counter unknownClasses;

    MustReader(Counters counters) {
        badLines = counters.counter("badLines");
        badFields = counters.counter("badFields");
        badNumbers = counters.counter("badNumbers");
        implausible = counters.counter("implausible");
        unknownClasses = counters.counter("unknownClasses");
    }

    /** Reads a line; null when it is none. */
    @Nullable
    MustObject read(String line) {
        if (line.length() > MAX_LINE) {
            return bad(badFields);
        }
        List<String> fields = COMMA.splitAsStream(line + " ").map(String::trim).toList();
        if (fields.size() != FIELDS) {
            return bad(badFields);
        }
        double right = number(fields.get(1));
        double forward = number(fields.get(2));
        double heading = number(fields.get(3));
        double speed = number(fields.get(4));
        double percent = number(fields.get(6));
        double all = right + forward + heading + speed + percent + number(fields.get(8));
        if (Double.isNaN(all) || !TRACK.matcher(fields.get(7)).matches()) {
            return bad(badNumbers);
        }
        if (Math.hypot(right, forward) > MAX_DISTANCE
                || Math.abs(heading) > 720
                || !(speed >= 0 && speed <= MAX_SPEED)
                || !(percent >= 0 && percent <= 100)) {
            return bad(implausible);
        }
        RoadUserType type = TYPES.getOrDefault(fields.get(0).toLowerCase(Locale.ROOT), RoadUserType.UNKNOWN);
        if (type == RoadUserType.UNKNOWN) {
            unknownClasses.increment();
        }
        return new MustObject(
                type,
                type == RoadUserType.UNKNOWN ? 0 : percent / 100,
                right,
                forward,
                heading,
                speed,
                size(type, fields.get(5)),
                fields.get(7),
                fields.get(8));
    }

    /** A finite number as people write it; NaN when it is none. */
    static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static @Nullable Size size(RoadUserType type, String text) {
        return type == RoadUserType.CAR || type == RoadUserType.TRUCK || type == RoadUserType.BUS
                ? SIZES.get(text.toLowerCase(Locale.ROOT))
                : null;
    }

    private @Nullable MustObject bad(Counters.Counter reason) {
        badLines.increment();
        reason.increment();
        return null;
    }
}
