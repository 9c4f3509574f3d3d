package io.verge.driver.recording.internal;

import com.fasterxml.jackson.core.JsonFactory;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines behind the header. Pure, apart from the space it uses again for each line; one thread.
 *
 * <table>
 * <caption>A detection</caption>
 * <tr><td>of a radar</td><td>[range m, azimuth degrees clockwise from the boresight, radial speed m/s receding, rcs dBsm or null]</td></tr>
 * <tr><td>of a camera</td><td>[east m, north m, class, confidence 0 to 1]</td></tr>
 * </table>
 */
final class FrameReader {
    static final int MAX_DETECTIONS = 2_000;

    private static final int VALUES = 4;
    private static final int CLASS = 2;
    /** A frame whose two times are further apart than this has a wrong one; ms. */
    private static final long MAX_DELAY = 60_000;

    private static final Range DISTANCE = new Range(0, 10_000);
    private static final Range SPEED = new Range(-200, 200);
    private static final Range STRENGTH = new Range(-200, 200);
    private static final Range CONFIDENCE = new Range(0, 1);

    private static final Map<String, RoadUserType> CLASSES = Map.of(
            "car", RoadUserType.CAR,
            "truck", RoadUserType.TRUCK,
            "bus", RoadUserType.BUS,
            "motorcycle", RoadUserType.MOTORCYCLE,
            "bicycle", RoadUserType.BICYCLE,
            "pedestrian", RoadUserType.PEDESTRIAN);

    private final JsonFactory json;
    private final Map<String, Sensor> sensors;

    /** Valid for one line. What the four values mean is known only when the sensor is, which may stand behind them. */
    private final double[] values = new double[MAX_DETECTIONS * VALUES];

    private final @Nullable String[] classes = new @Nullable String[MAX_DETECTIONS];
    private int detections;
    private @Nullable Long arrival;
    private @Nullable Long time;
    private @Nullable Sensor sensor;

    /** Since the reader was made. */
    private long unknownClasses;

    FrameReader(JsonFactory json, Map<String, Sensor> sensors) {
        this.json = json;
        this.sensors = sensors;
    }

    RecordedFrame read(byte[] line, int length) throws BadLineException {
        detections = -1;
        arrival = null;
        time = null;
        sensor = null;
        JsonLine.read(json, line, length, this::member);
        if (arrival == null) {
            throw BadLineException.missing("arrival");
        }
        if (time == null) {
            throw BadLineException.missing("time");
        }
        if (sensor == null) {
            throw BadLineException.missing("sensor");
        }
        if (detections < 0) {
            throw BadLineException.missing("detections");
        }
        if (Math.abs(arrival - time) > MAX_DELAY) {
            throw new BadLineException(
                    "arrival", (arrival - time) + " ms behind time", "at most " + MAX_DELAY + " ms between the two");
        }
        return new RecordedFrame(Instant.ofEpochMilli(arrival), Instant.ofEpochMilli(time), sensor, list(sensor));
    }

    /** How many objects were of a class that the format does not name; their type is unknown. */
    long unknownClasses() {
        return unknownClasses;
    }

    private void member(String name, JsonLine line) throws IOException, BadLineException {
        switch (name) {
            case "arrival" -> arrival = line.integer(name, Range.TIME);
            case "time" -> time = line.integer(name, Range.TIME);
            case "sensor" -> {
                String id = line.text(name);
                sensor = sensors.get(id);
                if (sensor == null) {
                    throw new BadLineException(name, "'" + id + "'", "a sensor of the header");
                }
            }
            case "detections" -> {
                detections = 0;
                line.array(name, MAX_DETECTIONS, this::detection);
            }
            default -> line.skip();
        }
    }

    private void detection(int index, JsonLine line) throws IOException, BadLineException {
        int first = index * VALUES;
        Arrays.fill(values, first, first + VALUES, Double.NaN);
        classes[index] = null;
        detections = index + 1;
        line.array("detections[" + index + "]", VALUES, (at, value) -> {
            if (at == CLASS && value.isText()) {
                classes[index] = value.text("class");
            } else if (!value.isNull()) {
                values[first + at] = value.number("detections[" + index + "][" + at + "]");
            }
        });
    }

    private List<Detection> list(Sensor seenBy) throws BadLineException {
        List<Detection> list = new ArrayList<>(detections);
        for (int index = 0; index < detections; index++) {
            list.add(seenBy.kind() == SensorKind.RADAR ? reflection(index) : object(index));
        }
        return list;
    }

    private RadarDetection reflection(int index) throws BadLineException {
        double strength = values[index * VALUES + 3];
        return new RadarDetection(
                value(index, 0, DISTANCE),
                value(index, 1, Range.ANGLE),
                0,
                value(index, 2, SPEED),
                Double.isNaN(strength) ? strength : value(index, 3, STRENGTH));
    }

    private ObjectDetection object(int index) throws BadLineException {
        String name = classes[index];
        if (name == null) {
            throw new BadLineException("detections[" + index + "][" + CLASS + "]", "not a text", "a class");
        }
        RoadUserType type = CLASSES.get(name);
        if (type == null) {
            type = RoadUserType.UNKNOWN;
            unknownClasses++;
        }
        Position position = new Position(value(index, 0, Range.COORDINATE), value(index, 1, Range.COORDINATE), 0);
        return new ObjectDetection(position, type, value(index, 3, CONFIDENCE), null, null, null);
    }

    private double value(int index, int at, Range range) throws BadLineException {
        double value = values[index * VALUES + at];
        if (range.contains(value)) {
            return value;
        }
        String key = "detections[" + index + "][" + at + "]";
        if (Double.isNaN(value)) {
            throw BadLineException.missing(key);
        }
        return range.check(key, value);
    }
}
