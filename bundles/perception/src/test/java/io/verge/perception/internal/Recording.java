package io.verge.perception.internal;

import com.fasterxml.jackson.jr.ob.JSON;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A recording of format {@code verge-recording/1}, wholly in memory. */
final class Recording {
    /** A frame and when the box got it, ms. */
    record Arrival(long arrival, DetectionFrame frame) {}

    private Recording() {}

    static List<Map<String, Object>> lines(Path file) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.std.mapFrom(line));
            }
        }
        return lines;
    }

    static List<Arrival> read(Path file) throws IOException {
        List<Map<String, Object>> lines = lines(file);
        Map<String, Sensor> sensors = new HashMap<>();
        for (Map<String, Object> sensor : maps(lines.get(0), "sensors")) {
            sensors.put(text(sensor, "id"), sensor(sensor));
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (Map<String, Object> line : lines.subList(1, lines.size())) {
            Sensor sensor = sensors.get(text(line, "sensor"));
            if (sensor == null) {
                throw new IOException("unknown sensor in " + line);
            }
            List<Detection> detections = new ArrayList<>();
            for (Object values : list(line, "detections")) {
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
        Map<String, Object> sigma = maps(Map.of("all", List.of(s.getOrDefault("sigma", Map.of()))), "all")
                .get(0);
        SensorError error = radar
                ? new SensorError.Polar(number(sigma, "range"), number(sigma, "azimuth"), number(sigma, "radialSpeed"))
                : new SensorError.LineOfSight(number(sigma, "along"), number(sigma, "across"));
        Position position = new Position(number(s, "east"), number(s, "north"), number(s, "up"));
        return new Sensor(
                text(s, "id"),
                radar ? SensorKind.RADAR : SensorKind.CAMERA,
                new Mount(position, number(s, "azimuth"), 0),
                number(s, "fov"),
                number(s, "range"),
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

    static double number(Map<String, Object> map, String key) {
        return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key));
    }

    private static List<?> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    static List<Map<String, Object>> maps(Map<String, Object> map, String key) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Object item : list(map, key)) {
            Map<String, Object> one = new HashMap<>();
            ((Map<?, ?>) item).forEach((k, v) -> one.put(String.valueOf(k), v));
            maps.add(one);
        }
        return maps;
    }

    private static double at(List<?> values, int index) {
        return ((Number) values.get(index)).doubleValue();
    }
}
