package io.verge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.api.update.DevicePause;
import io.verge.api.update.UpdateChange;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates as objects. */
public final class UpdateJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> WISH = Set.of("id", "release", "source", "expires", "forced");
    private static final int LONGEST_WISH = 4_096;

    private UpdateJson() {}

    /** How updating is on a box; {@code now} is what goes on, {@code rollbackMillis} how long it took to go back from the last one. */
    public static void report(JsonGenerator out, UpdateReport report) throws IOException {
        out.writeStartObject();
        Fields.status(out, report.status());
        out.writeStringField("running", report.running());
        out.writeNumberField("generation", report.generation());
        out.writeStringField("trust", report.trust());
        Fields.time(out, "trustedUntil", report.trustedUntil());
        out.writeArrayFieldStart("sources");
        for (String source : report.sources()) {
            out.writeString(source);
        }
        out.writeEndArray();
        millis(out, "rollbackMillis", report.rollback());
        UpdateEntry now = report.now();
        if (now != null) {
            out.writeFieldName("now");
            entry(out, now);
        }
        out.writeEndObject();
    }

    /** One update, with what it touches when that is known, and how long going back took when it did. */
    public static void entry(JsonGenerator out, UpdateEntry entry) throws IOException {
        out.writeStartObject();
        progress(out, entry);
        UpdatePlan plan = entry.plan();
        if (plan != null) {
            out.writeFieldName("plan");
            plan(out, plan);
        }
        out.writeEndObject();
    }

    private static void progress(JsonGenerator out, UpdateEntry entry) throws IOException {
        UpdateWish wish = entry.wish();
        out.writeStringField("id", wish.id());
        out.writeStringField("release", wish.release());
        out.writeStringField("source", wish.source());
        out.writeStringField("by", wish.by());
        Fields.time(out, "expires", wish.expires());
        out.writeBooleanField("forced", wish.forced());
        out.writeStringField("phase", entry.phase().label());
        out.writeBooleanField("over", entry.phase().isOver());
        Fields.time(out, "since", entry.since());
        Fields.time(out, "began", entry.began());
        out.writeNumberField("generation", entry.generation());
        out.writeNumberField("fetched", entry.fetched());
        out.writeNumberField("total", entry.total());
        out.writeStringField("code", entry.code());
        out.writeStringField("why", entry.why());
        out.writeStringField("remedy", entry.remedy());
        millis(out, "rollbackMillis", entry.rollback());
    }

    /** What an update would touch. Times are in ms. */
    public static void plan(JsonGenerator out, UpdatePlan plan) throws IOException {
        out.writeStartObject();
        out.writeStringField("release", plan.release());
        Fields.time(out, "trustedUntil", plan.trustedUntil());
        out.writeArrayFieldStart("changes");
        for (UpdateChange change : plan.changes()) {
            out.writeStartObject();
            out.writeStringField("name", change.name());
            out.writeStringField("from", change.from());
            out.writeStringField("to", change.to());
            Fields.name(out, "way", change.way());
            out.writeNumberField("octets", change.octets());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("pauses");
        for (DevicePause pause : plan.pauses()) {
            out.writeStartObject();
            out.writeStringField("device", pause.device());
            out.writeStringField("bundle", pause.bundle());
            millis(out, "expectedMillis", pause.expected());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeBooleanField("restarts", restarts(plan));
        millis(out, "restartMillis", plan.restart());
        out.writeNumberField("octets", plan.octets());
        out.writeNumberField("disk", plan.disk());
        out.writeNumberField("free", plan.free());
        Fields.time(out, "earliest", plan.earliest());
        out.writeArrayFieldStart("obstacles");
        for (String obstacle : plan.obstacles()) {
            out.writeString(obstacle);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static boolean restarts(UpdatePlan plan) {
        return plan.changes().stream().anyMatch(change -> change.way() == UpdateChange.Way.RESTART);
    }

    private static void millis(JsonGenerator out, String name, @Nullable Duration value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.toMillis());
        }
    }

    /** Earlier ones, without what they touched. */
    public static void history(JsonGenerator out, List<UpdateEntry> entries) throws IOException {
        out.writeStartArray();
        for (UpdateEntry one : entries) {
            out.writeStartObject();
            progress(out, one);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /**
     * Reads a wish: an object with {@code id} and {@code release}, and perhaps {@code source}, {@code expires} and {@code forced}.
     *
     * @param by who wants it: known by the way that it came, never by what it says
     * @throws IOException when it is none; it says what is wrong
     */
    public static UpdateWish wish(byte[] json, String by) throws IOException {
        Map<String, String> fields = fields(json, WISH);
        try {
            String expires = fields.get("expires");
            return new UpdateWish(
                    fields.getOrDefault("id", ""),
                    fields.getOrDefault("release", ""),
                    fields.getOrDefault("source", ""),
                    by,
                    expires == null ? null : Instant.parse(expires),
                    "true".equals(fields.get("forced")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("no wish: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the field {@code why} of an object; empty when there is none.
     *
     * @throws IOException when it is no such object; it says what is wrong
     */
    public static String why(byte[] json) throws IOException {
        return json.length == 0 ? "" : fields(json, Set.of("why")).getOrDefault("why", "");
    }

    private static Map<String, String> fields(byte[] json, Set<String> known) throws IOException {
        if (json.length > LONGEST_WISH) {
            throw new IOException("more than " + LONGEST_WISH + " octets");
        }
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("an object in JSON was expected");
            }
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (!known.contains(name) || !value.isScalarValue() || fields.put(name, in.getText()) != null) {
                    throw new IOException(name + " is not known, is no simple value, or is given twice");
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
                throw new IOException("one object in JSON was expected");
            }
        }
        return fields;
    }
}
