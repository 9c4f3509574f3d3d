package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.Size;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small parts that many objects have. A field whose value is unknown (null, NaN) is left out. */
final class Fields {
    private Fields() {}

    /** Rounded to three decimals: millimetres, and no noise. */
    static void number(JsonGenerator out, String name, double value) throws IOException {
        rounded(out, name, value, 1e3);
    }

    /** Rounded to six decimals, so that the error of a millimetre is not none. */
    private static void variance(JsonGenerator out, String name, double value) throws IOException {
        rounded(out, name, value, 1e6);
    }

    private static void rounded(JsonGenerator out, String name, double value, double scale) throws IOException {
        if (Double.isFinite(value)) {
            double scaled = Math.rint(value * scale);
            out.writeNumberField(name, Double.isFinite(scaled) ? scaled / scale : value);
        }
    }

    /** Rounded to seven decimals: a centimetre on the earth. */
    static void degrees(JsonGenerator out, String name, double value) throws IOException {
        out.writeNumberField(name, Math.rint(value * 1e7) / 1e7);
    }

    static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    static void name(JsonGenerator out, String name, Enum<?> value) throws IOException {
        out.writeStringField(name, word(value));
    }

    /** As people write it: lower case, words joined by hyphens. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void names(JsonGenerator out, String name, Collection<? extends Enum<?>> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String word : values.stream().map(Fields::word).sorted().toList()) {
            out.writeString(word);
        }
        out.writeEndArray();
    }

    static void time(JsonGenerator out, String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }

    static void position(JsonGenerator out, Position position) throws IOException {
        number(out, "east", position.east());
        number(out, "north", position.north());
        number(out, "up", position.up());
    }

    static void covariance(JsonGenerator out, String name, Covariance value) throws IOException {
        out.writeObjectFieldStart(name);
        variance(out, "ee", value.ee());
        variance(out, "en", value.en());
        variance(out, "nn", value.nn());
        out.writeEndObject();
    }

    static void size(JsonGenerator out, @Nullable Size size) throws IOException {
        if (size != null) {
            out.writeObjectFieldStart("size");
            number(out, "length", size.length());
            number(out, "width", size.width());
            number(out, "height", size.height());
            out.writeEndObject();
        }
    }

    static void counters(JsonGenerator out, String name, Map<String, Long> counters) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> counter : counters.entrySet()) {
            out.writeNumberField(counter.getKey(), counter.getValue());
        }
        out.writeEndObject();
    }

    static void texts(JsonGenerator out, String name, Map<String, String> texts) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.writeStringField(text.getKey(), text.getValue());
        }
        out.writeEndObject();
    }

    /** What, since when, why, and what to do. */
    static void status(JsonGenerator out, Status status) throws IOException {
        out.writeStringField("state", status.state().name());
        time(out, "since", status.since());
        Trouble trouble = status.trouble();
        if (trouble != null) {
            out.writeStringField("code", trouble.code());
            out.writeStringField("cause", trouble.cause());
            out.writeStringField("remedy", trouble.remedy());
        }
    }
}
