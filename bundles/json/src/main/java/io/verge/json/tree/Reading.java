package io.verge.json.tree;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.verge.json.tree.JsonTreeException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One document on its way to being a tree. */
final class Reading {
    private final JsonParser in;
    private final int depth;
    private final int most;
    private final boolean whole;
    private final boolean named;
    private int values;

    Reading(JsonParser in, int depth, int most, boolean whole, boolean named) {
        this.in = in;
        this.depth = depth;
        this.most = most;
        this.whole = whole;
        this.named = named;
    }

    @Nullable
    Object document() throws IOException, JsonTreeException {
        try {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw malformed("it is empty");
            }
            Object value = value(first);
            if (in.nextToken() != null) {
                throw malformed("something follows the value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw tooMuch("is nested more than " + depth + " deep, or has a number or a name that is too long");
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage());
        }
    }

    private @Nullable Object value(JsonToken token) throws IOException, JsonTreeException {
        if (++values > most) {
            throw tooMuch("has more than " + most + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> named ? JsonNull.NULL : null;
            default -> throw malformed("a value was expected");
        };
    }

    @SuppressWarnings("NullAway") // a tree holds null, which the type of a Map's values cannot say
    private Map<String, Object> object() throws IOException, JsonTreeException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            object.put(text(name), value(in.nextToken()));
        }
        return Collections.unmodifiableMap(object);
    }

    private List<@Nullable Object> array() throws IOException, JsonTreeException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            array.add(value(token));
        }
        return Collections.unmodifiableList(array);
    }

    private Object number(JsonToken token) throws IOException, JsonTreeException {
        if (!whole) {
            try {
                return new BigDecimal(in.getText());
            } catch (NumberFormatException e) {
                throw malformed("a number has an exponent that nobody needs");
            }
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw malformed("only whole numbers are taken");
        }
        try {
            return in.getLongValue();
        } catch (InputCoercionException e) {
            throw malformed("only numbers of 64 bits are taken");
        }
    }

    /** A surrogate alone has no octets in UTF-8, so nobody could write it again. */
    private String text(String text) throws JsonTreeException {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw malformed("a text has half a character");
        }
        return text;
    }

    private JsonTreeException malformed(String why) {
        return new JsonTreeException(Reason.MALFORMED, "this is no JSON that is taken: " + why + where());
    }

    private JsonTreeException tooMuch(String why) {
        return new JsonTreeException(Reason.TOO_MUCH, "this " + why + where());
    }

    private String where() {
        JsonLocation at = in.currentLocation();
        return " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
