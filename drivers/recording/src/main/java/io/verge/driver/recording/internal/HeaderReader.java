package io.verge.driver.recording.internal;

import com.fasterxml.jackson.core.JsonFactory;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header line. Pure.
 *
 * <table>
 * <caption>A sensor of the header</caption>
 * <tr><td>id, kind</td><td>text; kind is radar or camera</td></tr>
 * <tr><td>east, north, up</td><td>m, site frame; up is 0 when absent</td></tr>
 * <tr><td>azimuth</td><td>of the boresight, degrees clockwise from north</td></tr>
 * <tr><td>fov, range</td><td>full opening angle in degrees; m</td></tr>
 * <tr><td>sigma of a radar</td><td>range (m), azimuth (degrees), radialSpeed (m/s)</td></tr>
 * <tr><td>sigma of a camera</td><td>along, across (m per m of distance)</td></tr>
 * </table>
 */
final class HeaderReader {
    static final int MAX_SENSORS = 256;

    private static final Range ERROR = new Range(1e-6, 1_000);
    private static final Map<String, Range> SENSOR_NUMBERS = Map.of(
            "east",
            Range.COORDINATE,
            "north",
            Range.COORDINATE,
            "up",
            new Range(-1_000, 1_000),
            "azimuth",
            Range.ANGLE,
            "fov",
            new Range(1e-3, 360),
            "range",
            new Range(1e-3, 10_000));
    private static final Map<String, Range> ORIGIN_NUMBERS = Map.of(
            "latitude", new Range(-90, 90),
            "longitude", new Range(-180, 180),
            "elevation", new Range(-1_000, 10_000));

    private final Map<String, Sensor> sensors = new LinkedHashMap<>();
    private @Nullable String format;
    private @Nullable Numbers origin;

    private HeaderReader() {}

    static RecordingHeader read(JsonFactory json, byte[] line, int length) throws BadLineException {
        HeaderReader reader = new HeaderReader();
        JsonLine.read(json, line, length, reader::member);
        return reader.header();
    }

    private void member(String name, JsonLine line) throws IOException, BadLineException {
        switch (name) {
            case "format" -> {
                format = line.text(name);
                if (!format.equals(RecordingHeader.FORMAT)) {
                    throw new BadLineException(name, "'" + format + "'", "'" + RecordingHeader.FORMAT + "'");
                }
            }
            case "origin" -> origin = Numbers.read(name, ORIGIN_NUMBERS, line);
            case "sensors" ->
                line.array(name, MAX_SENSORS, (index, element) -> sensor(name + "[" + index + "]", element));
            default -> line.skip();
        }
    }

    private RecordingHeader header() throws BadLineException {
        if (format == null) {
            throw new BadLineException("format is missing, expected '" + RecordingHeader.FORMAT + "'");
        }
        if (origin == null) {
            throw BadLineException.missing("origin");
        }
        if (sensors.isEmpty()) {
            throw new BadLineException("sensors is empty or missing, expected at least one sensor");
        }
        Wgs84 place = new Wgs84(origin.get("latitude"), origin.get("longitude"), origin.get("elevation", 0));
        return new RecordingHeader(place, sensors);
    }

    private void sensor(String key, JsonLine line) throws IOException, BadLineException {
        SensorReader reader = new SensorReader(key);
        line.object(key, reader::member);
        Sensor sensor = reader.sensor();
        if (sensors.putIfAbsent(sensor.id(), sensor) != null) {
            throw new BadLineException(key + ".id", "'" + sensor.id() + "' again", "an id of its own");
        }
    }

    /** Numbers of one object, by name. */
    private record Numbers(String key, Map<String, Double> values) {
        static Numbers read(String key, Map<String, Range> ranges, JsonLine line) throws IOException, BadLineException {
            Numbers numbers = new Numbers(key, new HashMap<>());
            line.object(key, (name, member) -> numbers.member(name, ranges.get(name), member));
            return numbers;
        }

        void member(String name, @Nullable Range range, JsonLine line) throws IOException, BadLineException {
            if (range == null) {
                line.skip();
            } else {
                values.put(name, line.number(key + "." + name, range));
            }
        }

        double get(String name) throws BadLineException {
            Double value = values.get(name);
            if (value == null) {
                throw BadLineException.missing(key + "." + name);
            }
            return value;
        }

        double get(String name, double absent) {
            return values.getOrDefault(name, absent);
        }
    }

    private static final class SensorReader {
        private static final Map<String, Range> SIGMA =
                Map.of("range", ERROR, "azimuth", ERROR, "radialSpeed", ERROR, "along", ERROR, "across", ERROR);

        private final Numbers numbers;
        private @Nullable String id;
        private @Nullable SensorKind kind;
        private @Nullable Numbers sigma;

        SensorReader(String key) {
            numbers = new Numbers(key, new HashMap<>());
        }

        private String key(String name) {
            return numbers.key() + "." + name;
        }

        void member(String name, JsonLine line) throws IOException, BadLineException {
            switch (name) {
                case "id" -> {
                    id = line.text(key(name));
                    if (id.isBlank()) {
                        throw new BadLineException(key(name), "blank", "a name");
                    }
                }
                case "kind" -> kind = kind(line.text(key(name)));
                case "sigma" -> sigma = Numbers.read(key(name), SIGMA, line);
                default -> numbers.member(name, SENSOR_NUMBERS.get(name), line);
            }
        }

        private SensorKind kind(String text) throws BadLineException {
            return switch (text) {
                case "radar" -> SensorKind.RADAR;
                case "camera" -> SensorKind.CAMERA;
                default -> throw new BadLineException(key("kind"), "'" + text + "'", "'radar' or 'camera'");
            };
        }

        Sensor sensor() throws BadLineException {
            if (id == null) {
                throw BadLineException.missing(key("id"));
            }
            if (kind == null) {
                throw BadLineException.missing(key("kind"));
            }
            if (sigma == null) {
                throw BadLineException.missing(key("sigma"));
            }
            Position position = new Position(numbers.get("east"), numbers.get("north"), numbers.get("up", 0));
            SensorError error = kind == SensorKind.RADAR
                    ? new SensorError.Polar(sigma.get("range"), sigma.get("azimuth"), sigma.get("radialSpeed"))
                    : new SensorError.LineOfSight(sigma.get("along"), sigma.get("across"));
            Mount mount = new Mount(position, numbers.get("azimuth"), 0);
            return new Sensor(id, kind, mount, numbers.get("fov"), numbers.get("range"), error);
        }
    }
}
