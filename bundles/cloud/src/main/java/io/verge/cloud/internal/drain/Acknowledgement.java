package io.verge.cloud.internal.drain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.verge.api.outbox.Lane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a consumer says it has stored.
 *
 * @param consumer its name
 * @param store whose records
 */
record Acknowledgement(String consumer, String store, List<Range> ranges) {
    private static final int GREATEST = 256 << 10;
    private static final int MOST_RANGES = 20_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(6)
                    .maxStringLength(512)
                    .build())
            .build();

    /** Sequences of one stream, both ends included. */
    record Range(Lane lane, String stream, long first, long last) {}

    Acknowledgement {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads one.
     *
     * @throws IOException when it is not as the contract says
     */
    static Acknowledgement read(ByteBuffer content) throws IOException {
        if (content.remaining() > GREATEST) {
            throw new IOException("longer than " + GREATEST + " octets");
        }
        byte[] octets = new byte[content.remaining()];
        content.get(octets);
        String consumer = "";
        String store = "";
        List<Range> ranges = new ArrayList<>();
        try (JsonParser in = JSON.createParser(octets)) {
            expect(in.nextToken() == JsonToken.START_OBJECT, "an object");
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                switch (name) {
                    case "consumer" -> consumer = text(in);
                    case "store" -> store = text(in);
                    case "records" -> streams(in, ranges);
                    default -> in.skipChildren();
                }
            }
        }
        return new Acknowledgement(consumer, store, ranges);
    }

    private static void streams(JsonParser in, List<Range> ranges) throws IOException {
        expect(in.currentToken() == JsonToken.START_ARRAY, "an array of records");
        while (in.nextToken() == JsonToken.START_OBJECT) {
            stream(in, ranges);
        }
    }

    private static void stream(JsonParser in, List<Range> ranges) throws IOException {
        Lane lane = null;
        String stream = null;
        List<long[]> pairs = new ArrayList<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "lane" -> lane = lane(text(in));
                case "stream" -> stream = text(in);
                case "sequences" -> pairs(in, pairs);
                default -> in.skipChildren();
            }
        }
        expect(lane != null && stream != null, "lane and stream");
        if (lane != null && stream != null) {
            for (long[] pair : pairs) {
                ranges.add(new Range(lane, stream, pair[0], pair[1]));
            }
            expect(ranges.size() <= MOST_RANGES, "at most " + MOST_RANGES + " ranges");
        }
    }

    private static void pairs(JsonParser in, List<long[]> pairs) throws IOException {
        expect(in.currentToken() == JsonToken.START_ARRAY, "an array of pairs");
        while (in.nextToken() == JsonToken.START_ARRAY) {
            long first = number(in);
            long last = number(in);
            expect(in.nextToken() == JsonToken.END_ARRAY && last >= first && first > 0, "a pair of sequences");
            pairs.add(new long[] {first, last});
        }
    }

    private static long number(JsonParser in) throws IOException {
        expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT, "a sequence");
        return in.getLongValue();
    }

    private static String text(JsonParser in) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_STRING, "a text");
        return in.getText();
    }

    private static Lane lane(String word) throws IOException {
        try {
            return Lane.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IOException("no such lane: " + word, e);
        }
    }

    private static void expect(boolean so, String what) throws IOException {
        if (!so) {
            throw new IOException(what + " was expected");
        }
    }
}
