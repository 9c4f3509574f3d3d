package io.verge.site.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Octets to a JSON value with lines. Depth, strings, numbers and the count of values are bounded. */
public final class JsonReader {
    /** A map of 1,000 points, 255 lanes and all they may have stays below. */
    private static final int MAX_VALUES = 50_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1000)
                    .maxNameLength(100)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final JsonParser parser;
    private final Problems problems;
    private int values;

    private JsonReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Reads the one value that the octets hold; empty, with a problem, when they are not JSON. */
    public static Optional<Json> read(byte[] octets, Problems problems) {
        try (JsonParser parser = JSON.createParser(octets)) {
            return new JsonReader(parser, problems).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            problems.add(line, "", "is not the JSON of a map: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            problems.add(0, "", "is not JSON: " + firstLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("it cannot be read");
    }

    private Optional<Json> document() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(0, "", "is empty; expected a GeoJSON object");
            return Optional.empty();
        }
        Json document = value();
        if (parser.nextToken() != null) {
            problems.add(line(), "", "goes on after its end: expected nothing more");
        }
        return Optional.of(document);
    }

    private Json value() throws IOException {
        int line = line();
        if (++values > MAX_VALUES) {
            throw new IOException("it has more than " + MAX_VALUES + " values");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> array(line);
            case VALUE_STRING -> new Json.Text(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(line, Double.parseDouble(parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(line, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Null(line);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IOException("a value was expected in line " + line);
        };
    }

    private Json object(int line) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int at = line();
            parser.nextToken();
            if (members.put(name, value()) != null) {
                problems.add(at, "", "\"" + name + "\" stands twice in one object; expected once");
            }
        }
        return new Json.Obj(line, members);
    }

    private Json array(int line) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Arr(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
