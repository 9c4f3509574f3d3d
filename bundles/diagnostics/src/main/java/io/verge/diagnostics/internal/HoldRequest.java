package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;

/** What a maintainer sends to hold a part of the profile: {@code {"seconds":28800,"reason":"…"}}. */
record HoldRequest(Duration time, String reason) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final long USUAL_SECONDS = Duration.ofHours(8).toSeconds();
    private static final int LARGEST = 2_000;

    /** @throws IllegalArgumentException when it is not so; says why */
    static HoldRequest read(byte[] json) {
        if (json.length > LARGEST) {
            throw new IllegalArgumentException("at most " + LARGEST + " octets were expected");
        }
        long seconds = USUAL_SECONDS;
        String reason = "";
        try (JsonParser in = FACTORY.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("an object in JSON was expected");
            }
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (name.equals("seconds") && value == JsonToken.VALUE_NUMBER_INT) {
                    seconds = in.getLongValue();
                } else if (name.equals("reason") && value == JsonToken.VALUE_STRING) {
                    reason = in.getText();
                } else {
                    throw new IllegalArgumentException("seconds as a whole number and reason as a text were expected");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("an object in JSON was expected", e);
        }
        return new HoldRequest(Duration.ofSeconds(seconds), reason);
    }
}
