package io.verge.driver.recording.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * One line of JSON, read token by token. All limits are those of the format, so that a line takes no more memory than it is
 * long. What is not understood is passed over.
 */
final class JsonLine implements AutoCloseable {
    /** Reads the value of one member; the parser stands on it. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonLine line) throws IOException, BadLineException;
    }

    /** Reads one element; the parser stands on it. */
    @FunctionalInterface
    interface Element {
        void read(int index, JsonLine line) throws IOException, BadLineException;
    }

    private static final int MAX_TEXT = 256;

    private final JsonParser parser;

    private JsonLine(JsonParser parser) {
        this.parser = parser;
    }

    static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxNumberLength(64)
                        .maxNameLength(256)
                        .build())
                .build();
    }

    /** Reads a line that is one object and nothing else. */
    static void read(JsonFactory json, byte[] line, int length, Member members) throws BadLineException {
        try (JsonLine in = new JsonLine(json.createParser(line, 0, length))) {
            in.parser.nextToken();
            in.object("the line", members);
            if (in.parser.nextToken() != null) {
                throw new BadLineException("the line goes on behind its object");
            }
        } catch (IOException e) {
            // The octets are in memory, so this is about them.
            throw new BadLineException(
                    e instanceof com.fasterxml.jackson.core.JacksonException j ? j.getOriginalMessage() : e.toString());
        }
    }

    void object(String key, Member members) throws IOException, BadLineException {
        expect(JsonToken.START_OBJECT, key, "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.read(name, this);
        }
    }

    void array(String key, int max, Element elements) throws IOException, BadLineException {
        expect(JsonToken.START_ARRAY, key, "an array");
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == max) {
                throw new BadLineException(key + " has more than " + max + " elements");
            }
            elements.read(index, this);
        }
    }

    String text(String key) throws IOException, BadLineException {
        expect(JsonToken.VALUE_STRING, key, "a text");
        if (parser.getTextLength() > MAX_TEXT) {
            throw new BadLineException(key + " is longer than " + MAX_TEXT + " characters");
        }
        return parser.getText();
    }

    double number(String key, Range range) throws IOException, BadLineException {
        return range.check(key, number(key));
    }

    double number(String key) throws IOException, BadLineException {
        if (!parser.currentToken().isNumeric()) {
            throw new BadLineException(key, found(), "a number");
        }
        return parser.getDoubleValue();
    }

    long integer(String key, Range range) throws IOException, BadLineException {
        expect(JsonToken.VALUE_NUMBER_INT, key, "a whole number");
        range.check(key, parser.getDoubleValue());
        return parser.getLongValue();
    }

    boolean isText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Passes over the value, whatever it is. */
    void skip() throws IOException {
        parser.skipChildren();
    }

    private void expect(JsonToken token, String key, String expected) throws IOException, BadLineException {
        if (parser.currentToken() != token) {
            throw new BadLineException(key, found(), expected);
        }
    }

    private String found() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "not there";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "'" + (parser.getTextLength() > MAX_TEXT ? "a long text" : parser.getText()) + "'";
            default -> parser.getText();
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
