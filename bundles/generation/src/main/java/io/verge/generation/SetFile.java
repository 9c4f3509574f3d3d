package io.verge.generation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A generation as the file {@code set.json}. Fields that are not known are passed over: a newer agent may have written it. */
final class SetFile {
    private static final JsonFactory JSON = new JsonFactory();

    private SetFile() {}

    static byte[] write(Generation generation) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("number", generation.number());
            out.writeStringField("release", generation.release());
            out.writeStringField("made", generation.made().toString());
            out.writeStringField("why", generation.why());
            out.writeArrayFieldStart("bundles");
            for (SetBundle bundle : generation.bundles()) {
                write(bundle, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toByteArray();
    }

    private static void write(SetBundle bundle, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", bundle.name());
        out.writeStringField("version", bundle.version());
        out.writeStringField("sha256", bundle.sha256());
        out.writeNumberField("length", bundle.length());
        out.writeStringField("level", bundle.level());
        out.writeEndObject();
    }

    /** @throws IOException when it is none */
    static Generation read(byte[] text) throws IOException {
        try (JsonParser in = JSON.createParser(text)) {
            List<SetBundle> bundles = new ArrayList<>();
            Map<String, String> fields = fields(in, bundles);
            return new Generation(
                    Integer.parseInt(field(fields, "number")),
                    field(fields, "release"),
                    Instant.parse(field(fields, "made")),
                    field(fields, "why"),
                    bundles);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The simple values of an object; the array of bundles goes to the list. */
    private static Map<String, String> fields(JsonParser in, List<SetBundle> bundles) throws IOException {
        must(in.nextToken() == JsonToken.START_OBJECT);
        Map<String, String> fields = new HashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (name.equals("bundles") && value == JsonToken.START_ARRAY) {
                bundles(in, bundles);
            } else if (value.isScalarValue()) {
                fields.put(name, in.getText());
            } else {
                in.skipChildren();
            }
        }
        must(in.currentToken() == JsonToken.END_OBJECT);
        return fields;
    }

    private static void bundles(JsonParser in, List<SetBundle> bundles) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            must(in.currentToken() == JsonToken.START_OBJECT);
            bundles.add(bundle(in));
        }
    }

    private static SetBundle bundle(JsonParser in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken().isScalarValue()) {
                fields.put(name, in.getText());
            } else {
                in.skipChildren();
            }
        }
        return new SetBundle(
                field(fields, "name"),
                field(fields, "version"),
                field(fields, "sha256"),
                Long.parseLong(field(fields, "length")),
                field(fields, "level"));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }

    private static void must(boolean right) throws IOException {
        if (!right) {
            throw new IOException("it is not an object of the expected form");
        }
    }
}
