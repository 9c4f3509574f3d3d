package io.verge.messages.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value. */
public sealed interface JsonTree {

    /** An object. */
    record Members(Map<String, JsonTree> members) implements JsonTree {
        /** The only member's name, or null when there are others or none. */
        @Nullable
        String onlyName() {
            return members.size() == 1 ? members.keySet().iterator().next() : null;
        }

        /** The text of a member, or null when there is no such text. */
        @Nullable
        String text(String name) {
            return members.get(name) instanceof Text text ? text.text() : null;
        }

        /** Whether a member is there and true. */
        boolean isTrue(String name) {
            return members.get(name) instanceof Literal literal
                    && literal.text().equals("true");
        }
    }

    /** An array. */
    record Items(List<JsonTree> items) implements JsonTree {}

    /** A string. */
    record Text(String text) implements JsonTree {}

    /** A number, {@code true}, {@code false} or {@code null}, as written. */
    record Literal(String text) implements JsonTree {}

    /** Reads text. */
    static JsonTree parse(String json) {
        try (JsonParser in = new JsonFactory().createParser(json)) {
            in.nextToken();
            return read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /** Reads a file. */
    static JsonTree read(Path file) throws IOException {
        try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
            in.nextToken();
            return read(in);
        }
    }

    private static JsonTree read(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonTree> members = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                members.put(name, read(in));
            }
            return new Members(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonTree> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(in));
            }
            return new Items(items);
        }
        return token == JsonToken.VALUE_STRING ? new Text(in.getText()) : new Literal(in.getText());
    }
}
