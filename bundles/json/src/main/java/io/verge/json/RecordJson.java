package io.verge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.road.RoadUserType;
import io.verge.api.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the box records of itself and of its site, as JSON in UTF-8. */
public final class RecordJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RecordJson() {}

    /** How a part is: {@code part}, and the members of a status. */
    public static byte[] status(String part, Status status) {
        return object(out -> {
            out.writeStringField("part", part);
            Fields.status(out, status);
        });
    }

    /**
     * Who is on the road: {@code roadUsers} by type, and {@code events} that are active.
     *
     * @param seconds that this stands for, 1 or more
     */
    public static byte[] traffic(Map<RoadUserType, Integer> types, int events, int seconds) {
        return object(out -> {
            out.writeNumberField("seconds", seconds);
            out.writeObjectFieldStart("roadUsers");
            for (Map.Entry<RoadUserType, Integer> type : types.entrySet()) {
                out.writeNumberField(Fields.word(type.getKey()), type.getValue());
            }
            out.writeEndObject();
            out.writeNumberField("events", events);
        });
    }

    private interface Members {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] object(Members members) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(octets)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return octets.toByteArray();
    }
}
