package io.verge.ingest.internal.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads one line, {@code {"sequence":12,"time":"2026-…Z","body":…}}. For one line; what is read before an error can be asked for. */
final class LineReader {
    /** Deeper than any record of a box, and far from what a stack bears. */
    private static final int DEPTH = 64;
    /** What every database can hold; a box without a clock says 1970. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    private final String line;
    private @Nullable Long sequence;
    private @Nullable Instant time;
    private @Nullable String body;

    LineReader(String line) {
        this.line = line;
    }

    /** The number, as far as it was read; null when it was not. */
    @Nullable
    Long sequence() {
        return sequence;
    }

    ArrivedRecord read(Source source, String store, boolean backlog) throws RefusedException {
        try (JsonParser in = FACTORY.createParser(line)) {
            object(in);
        } catch (IOException e) {
            throw new RefusedException("it is no JSON: " + brief(e));
        }
        if (sequence == null || time == null || body == null) {
            throw new RefusedException("sequence, time and body were expected");
        }
        return new ArrivedRecord(source, store, sequence, time, backlog, body);
    }

    private void object(JsonParser in) throws IOException, RefusedException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new RefusedException("an object was expected");
        }
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "sequence" -> sequence = number(in);
                case "time" -> time = time(in);
                case "body" -> body = raw(in);
                default -> in.skipChildren(); // what a later edition of the contract may add
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
            throw new RefusedException("one object was expected");
        }
    }

    private static long number(JsonParser in) throws IOException, RefusedException {
        try {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT && in.getLongValue() > 0) {
                return in.getLongValue();
            }
        } catch (InputCoercionException e) {
            // Too great; told below, like what is no number.
        }
        throw new RefusedException("sequence is a whole number from 1 to 2^63-1");
    }

    private static Instant time(JsonParser in) throws IOException, RefusedException {
        try {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                Instant said = OffsetDateTime.parse(in.getText()).toInstant();
                if (!said.isBefore(FIRST) && said.isBefore(LAST)) {
                    return said;
                }
            }
        } catch (DateTimeException e) {
            // Told below, like what is no text.
        }
        throw new RefusedException("time is written like 2026-05-01T12:00:00Z, from 1970 to 2199");
    }

    /** As it stands in the line: numbers keep their digits. */
    private String raw(JsonParser in) throws IOException {
        int begin = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        in.finishToken();
        return line.substring(begin, (int) in.currentLocation().getCharOffset()).strip();
    }

    private static String brief(IOException e) {
        String text = String.valueOf(e.getMessage());
        return text.lines().findFirst().orElse(text);
    }
}
