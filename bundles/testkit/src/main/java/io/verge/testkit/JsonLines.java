package io.verge.testkit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Files with one JSON object a line, compressed with gzip, wholly in memory; and what their objects say. */
public final class JsonLines {
    private JsonLines() {}

    public static List<Map<String, Object>> read(Path file) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.std.mapFrom(line));
            }
        }
        return lines;
    }

    /** Not a number when there is none. */
    public static double number(Map<String, Object> map, String key) {
        return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The word null when there is none. */
    public static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key));
    }

    /** Empty when there is none. */
    public static List<?> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    /** Empty when there is none. */
    public static Map<String, Object> object(Map<String, Object> map, String key) {
        return map.get(key) instanceof Map<?, ?> object ? copy(object) : Map.of();
    }

    /** Empty when there are none. */
    public static List<Map<String, Object>> objects(Map<String, Object> map, String key) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Object item : list(map, key)) {
            objects.add(copy((Map<?, ?>) item));
        }
        return objects;
    }

    private static Map<String, Object> copy(Map<?, ?> object) {
        Map<String, Object> copy = new HashMap<>();
        object.forEach((k, v) -> copy.put(String.valueOf(k), v));
        return copy;
    }
}
