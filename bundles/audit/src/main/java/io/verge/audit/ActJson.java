package io.verge.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Acts as one line of JSON. What is written here is what is hashed, so its form is never changed, only added to. */
final class ActJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_WORD = 200;

    private ActJson() {}

    /** An act that is numbered and dated, before its hash is known. */
    record Numbered(long number, Instant time, Act act) {}

    /** Fields are cut to their greatest length. */
    static String write(long number, Instant time, Act act) {
        return object(out -> fields(out, number, time, act));
    }

    /** With its hash: as the cloud gets it. */
    static String write(AuditEntry entry) {
        return object(out -> {
            fields(out, entry.number(), entry.time(), entry.act());
            out.writeStringField("hash", entry.hash());
        });
    }

    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    /** An object in one line. */
    static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static void fields(JsonGenerator out, long number, Instant time, Act act) throws IOException {
        out.writeNumberField("number", number);
        out.writeStringField("time", time.toString());
        word(out, "door", act.door());
        word(out, "who", act.who());
        word(out, "role", act.role());
        word(out, "what", act.what());
        word(out, "object", act.object());
        word(out, "outcome", act.outcome());
        out.writeStringField("detail", cut(act.detail(), LONGEST_DETAIL));
    }

    private static void word(JsonGenerator out, String name, String value) throws IOException {
        out.writeStringField(name, cut(value, LONGEST_WORD));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** @throws IllegalArgumentException when it is none */
    static Numbered read(String json) {
        Map<String, String> fields = fields(json);
        try {
            Act act = new Act(
                    of(fields, "door"),
                    of(fields, "who"),
                    of(fields, "role"),
                    of(fields, "what"),
                    of(fields, "object"),
                    of(fields, "outcome"),
                    of(fields, "detail"));
            return new Numbered(Long.parseLong(of(fields, "number")), Instant.parse(of(fields, "time")), act);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it has no time", e);
        }
    }

    /**
     * The texts and numbers of an object; what else it has is passed over.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                if (in.nextToken().isScalarValue()) {
                    fields.put(name, in.getText());
                } else {
                    in.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not an object in JSON", e);
        }
        return fields;
    }

    /** @throws IllegalArgumentException when there is none */
    static String of(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }
}
