package io.verge.driver.camera.flir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the camera, which is JSON with every value as a text; bare numbers are taken as well. What a message may hold is
 * bounded before it is read; fields that are not known are skipped.
 */
final class FlirReader {
    /** Octets. */
    static final int MAX_MESSAGE = 64 * 1024;

    static final int MAX_TRACKS = 500;

    /** Characters of a value: no id, class, number or time is longer. */
    private static final int MAX_VALUE = 64;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,3})?");

    private final JsonFactory json = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(MAX_VALUE)
                    .maxNameLength(MAX_VALUE)
                    .maxStringLength(4096)
                    .maxDocumentLength(MAX_MESSAGE)
                    .build())
            .build();

    /** Reads a message; null when it is none. */
    @Nullable
    FlirMessage read(ByteBuffer octets) {
        if (octets.remaining() > MAX_MESSAGE) {
            return null;
        }
        String text = StandardCharsets.UTF_8.decode(octets.duplicate()).toString();
        try (JsonParser parser = json.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? message(parser) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** A finite number as the camera writes it; NaN when it is none. */
    static double number(String text) {
        String number = text.strip();
        if (number.length() > MAX_VALUE || !NUMBER.matcher(number).matches()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(number);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static FlirMessage message(JsonParser parser) throws IOException {
        Map<String, String> values = new HashMap<>();
        List<FlirTrack> tracks = null;
        int dropped = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("track") && token == JsonToken.START_ARRAY) {
                tracks = new ArrayList<>();
                dropped = tracks(parser, tracks);
            } else if (name.equals("subscription") && token == JsonToken.START_OBJECT) {
                values.put("returnValue", fields(parser).getOrDefault("returnValue", ""));
            } else {
                value(parser, token, name, values);
            }
        }
        return new FlirMessage(
                values.getOrDefault("messageType", ""),
                values.getOrDefault("type", ""),
                values.getOrDefault("returnValue", ""),
                values.getOrDefault("dataNumber", ""),
                values.getOrDefault("time", ""),
                tracks,
                dropped);
    }

    /** Reads to the end of the list; returns how many tracks were too many. */
    private static int tracks(JsonParser parser, List<FlirTrack> tracks) throws IOException {
        int dropped = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the message ends in its tracks");
            }
            if (parser.currentToken() != JsonToken.START_OBJECT || tracks.size() == MAX_TRACKS) {
                dropped++;
                parser.skipChildren();
            } else {
                tracks.add(track(fields(parser)));
            }
        }
        return dropped;
    }

    private static FlirTrack track(Map<String, String> fields) {
        return new FlirTrack(
                fields.getOrDefault("iD", ""),
                fields.getOrDefault("class", ""),
                number(fields.getOrDefault("x", "")),
                number(fields.getOrDefault("y", "")),
                number(fields.getOrDefault("latitude", "")),
                number(fields.getOrDefault("longitude", "")),
                number(fields.getOrDefault("angle", "")),
                number(fields.getOrDefault("speed", "")));
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            value(parser, parser.nextToken(), name, fields);
        }
        return fields;
    }

    private static void value(JsonParser parser, @Nullable JsonToken token, String name, Map<String, String> into)
            throws IOException {
        if (token == null) {
            throw new IOException("the message ends before a value");
        }
        if (!token.isScalarValue()) {
            parser.skipChildren();
        } else if (parser.getTextLength() <= MAX_VALUE) {
            into.put(name, parser.getText());
        }
    }
}
