package io.verge.testkit;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.time.Stamps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recording of sensors, format {@code verge-recording/1}, wholly in memory. */
public final class Recording {
    /** A frame and when the box got it, ms. */
    public record Arrival(long arrival, DetectionFrame frame) {}

    private Recording() {}

    /** All frames, in order of arrival. */
    public static List<Arrival> read(Path file) throws IOException {
        List<Map<String, Object>> lines = JsonLines.read(file);
        Map<String, Sensor> sensors = new HashMap<>();
        for (Map<String, Object> sensor : JsonLines.objects(lines.get(0), "sensors")) {
            sensors.put(JsonLines.text(sensor, "id"), sensor(sensor));
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (Map<String, Object> line : lines.subList(1, lines.size())) {
            Sensor sensor = sensors.get(JsonLines.text(line, "sensor"));
            if (sensor == null) {
                throw new IOException("unknown sensor in " + line);
            }
            List<Detection> detections = new ArrayList<>();
            for (Object values : JsonLines.list(line, "detections")) {
                detections.add(detection(sensor, (List<?>) values));
            }
            Instant sensed = Instant.ofEpochMilli(((Number) line.getOrDefault("time", 0)).longValue());
            arrivals.add(new Arrival(
                    ((Number) line.getOrDefault("arrival", 0)).longValue(),
                    new DetectionFrame(sensor, sensed, Stamps.NONE, -1, detections)));
        }
        return arrivals;
    }

    private static Sensor sensor(Map<String, Object> s) {
        boolean radar = "radar".equals(s.get("kind"));
        Map<String, Object> sigma = JsonLines.object(s, "sigma");
        SensorError error = radar
                ? new SensorError.Polar(
                        JsonLines.number(sigma, "range"),
                        JsonLines.number(sigma, "azimuth"),
                        JsonLines.number(sigma, "radialSpeed"))
                : new SensorError.LineOfSight(JsonLines.number(sigma, "along"), JsonLines.number(sigma, "across"));
        Position position =
                new Position(JsonLines.number(s, "east"), JsonLines.number(s, "north"), JsonLines.number(s, "up"));
        return new Sensor(
                JsonLines.text(s, "id"),
                radar ? SensorKind.RADAR : SensorKind.CAMERA,
                new Mount(position, JsonLines.number(s, "azimuth"), 0),
                JsonLines.number(s, "fov"),
                JsonLines.number(s, "range"),
                error);
    }

    private static Detection detection(Sensor sensor, List<?> values) {
        if (sensor.kind() == SensorKind.RADAR) {
            return new RadarDetection(at(values, 0), at(values, 1), 0, at(values, 2), at(values, 3));
        }
        RoadUserType type = RoadUserType.valueOf(String.valueOf(values.get(2)).toUpperCase(Locale.ROOT));
        return new ObjectDetection(
                new Position(at(values, 0), at(values, 1), 0), type, at(values, 3), null, null, null);
    }

    private static double at(List<?> values, int index) {
        return ((Number) values.get(index)).doubleValue();
    }
}
