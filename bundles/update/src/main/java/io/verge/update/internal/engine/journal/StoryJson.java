package io.verge.update.internal.engine.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateWish;
import io.verge.json.JsonText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A story as one line of JSON. Fields that are not known are passed over: a newer agent may have written it. */
final class StoryJson {
    private static final JsonFactory JSON = new JsonFactory();
    /** Characters; a longer one is left out, which means that nothing is compared with it. */
    private static final int LONGEST_SAMPLE = 1 << 16;

    private StoryJson() {}

    static String write(Story story) {
        return JsonText.of(out -> {
            out.writeStartObject();
            story(story, out);
            out.writeEndObject();
        });
    }

    private static void story(Story story, JsonGenerator out) throws IOException {
        wish(story.wish(), out);
        out.writeStringField("began", story.began().toString());
        out.writeStringField("spent", story.spent().toString());
        out.writeStringField("phase", story.phase().name());
        out.writeStringField("since", story.since().toString());
        out.writeNumberField("before", story.before());
        out.writeNumberField("generation", story.generation());
        out.writeBooleanField("local", story.local());
        out.writeStringField("sample", story.sample().length() <= LONGEST_SAMPLE ? story.sample() : "");
        out.writeStringField("code", story.reason().code());
        out.writeStringField("why", story.reason().why());
        out.writeStringField("remedy", story.reason().remedy());
        out.writeStringField("cancelled", story.cancelled());
        out.writeNumberField("ends", story.ends());
        out.writeBooleanField("ready", story.ready());
        Duration undoneIn = story.undoneIn();
        if (undoneIn != null) {
            out.writeStringField("undoneIn", undoneIn.toString());
        }
        out.writeObjectFieldStart("counters");
        for (Map.Entry<String, Long> counter : story.counters().entrySet()) {
            out.writeNumberField(counter.getKey(), counter.getValue());
        }
        out.writeEndObject();
    }

    private static void wish(UpdateWish wish, JsonGenerator out) throws IOException {
        out.writeStringField("id", wish.id());
        out.writeStringField("release", wish.release());
        out.writeStringField("source", wish.source());
        out.writeStringField("by", wish.by());
        out.writeBooleanField("forced", wish.forced());
        if (wish.expires() != null) {
            out.writeStringField("expires", wish.expires().toString());
        }
    }

    /** @throws IOException when it is none */
    static Story read(String text) throws IOException {
        try (JsonParser in = JSON.createParser(text)) {
            Map<String, Long> counters = new HashMap<>();
            Map<String, String> fields = fields(in, counters);
            @Nullable String undoneIn = fields.get("undoneIn");
            return new Story(
                    wish(fields),
                    Instant.parse(field(fields, "began")),
                    Duration.parse(field(fields, "spent")),
                    Phase.valueOf(field(fields, "phase")),
                    Instant.parse(field(fields, "since")),
                    Integer.parseInt(field(fields, "before")),
                    Integer.parseInt(field(fields, "generation")),
                    Boolean.parseBoolean(field(fields, "local")),
                    field(fields, "sample"),
                    counters,
                    new Reason(field(fields, "code"), field(fields, "why"), field(fields, "remedy")),
                    field(fields, "cancelled"),
                    Integer.parseInt(fields.getOrDefault("ends", "0")), // older agents did not count them
                    Boolean.parseBoolean(fields.getOrDefault("ready", "false")),
                    undoneIn == null ? null : Duration.parse(undoneIn));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static UpdateWish wish(Map<String, String> fields) {
        @Nullable String expires = fields.get("expires");
        return new UpdateWish(
                field(fields, "id"),
                field(fields, "release"),
                field(fields, "source"),
                field(fields, "by"),
                expires == null ? null : Instant.parse(expires),
                Boolean.parseBoolean(field(fields, "forced")));
    }

    private static Map<String, String> fields(JsonParser in, Map<String, Long> counters) throws IOException {
        must(in.nextToken() == JsonToken.START_OBJECT);
        Map<String, String> fields = new HashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (name.equals("counters") && value == JsonToken.START_OBJECT) {
                counters(in, counters);
            } else if (value.isScalarValue()) {
                fields.put(name, in.getText());
            } else {
                in.skipChildren();
            }
        }
        must(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
        return fields;
    }

    private static void counters(JsonParser in, Map<String, Long> counters) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            must(in.nextToken() == JsonToken.VALUE_NUMBER_INT);
            counters.put(name, in.getLongValue());
        }
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
