package io.verge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.verge.api.app.Notice;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one notice. What is wrong is noted and passed over, so that all that is wrong is found. */
final class NoticeReader {
    private static final int MOST_LANES = 255;

    private final List<String> problems;
    private final Set<String> seen = new HashSet<>();
    private final List<Integer> lanes = new ArrayList<>();
    private @Nullable Integer sign;
    private RoadEvent.@Nullable Kind event;
    private String text = "";
    private double value = Double.NaN;
    private double east = Double.NaN;
    private double north = Double.NaN;
    private double radius = Double.NaN;
    private @Nullable Instant from;
    private @Nullable Instant until;

    NoticeReader(List<String> problems) {
        this.problems = problems;
    }

    void read(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            problems.add("an object in JSON was expected");
            return;
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if (!seen.add(name)) {
                problems.add(name + " is given twice");
            }
            field(name, in);
            in.skipChildren();
        }
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
            problems.add("one object in JSON was expected");
        }
    }

    Notice notice(String id) {
        return new Notice(id, sign, event, text, value, new Position(east, north, 0), radius, lanes, from, until);
    }

    private void field(String name, JsonParser in) throws IOException {
        switch (name) {
            case "sign" -> sign = whole(name, in);
            case "event" -> event = event(name, in);
            case "text" -> text = text(name, in);
            case "value" -> value = number(name, in);
            case "east" -> east = number(name, in);
            case "north" -> north = number(name, in);
            case "radius" -> radius = number(name, in);
            case "lanes" -> lanes(name, in);
            case "from" -> from = time(name, in);
            case "until" -> until = time(name, in);
            default -> problems.add(name + " is not known");
        }
    }

    private @Nullable Integer whole(String name, JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            try {
                return in.getIntValue();
            } catch (InputCoercionException e) {
                // Told below, like what is no number.
            }
        }
        problems.add(name + ": a whole number was expected");
        return null;
    }

    private double number(String name, JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token != null && token.isNumeric()) {
            return in.getDoubleValue();
        }
        problems.add(name + ": a number was expected");
        return Double.NaN;
    }

    private String text(String name, JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        problems.add(name + ": a text was expected");
        return "";
    }

    private RoadEvent.@Nullable Kind event(String name, JsonParser in) throws IOException {
        String word = text(name, in);
        try {
            return RoadEvent.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            problems.add(name + ": road-works or weather was expected");
            return null;
        }
    }

    private @Nullable Instant time(String name, JsonParser in) throws IOException {
        String said = text(name, in);
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            problems.add(name + ": a time like 2026-12-31T18:00Z was expected");
            return null;
        }
    }

    private void lanes(String name, JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            problems.add(name + ": an array of ids was expected");
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Integer lane = whole(name, in);
            in.skipChildren();
            if (lane == null || lanes.size() == MOST_LANES || in.currentToken() == null) {
                throw new IOException(name);
            }
            lanes.add(lane);
        }
    }
}
