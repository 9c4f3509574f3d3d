package io.verge.json;

import io.verge.api.road.RoadUserType;
import io.verge.api.status.Status;
import java.util.Map;

/** What the box records of itself and of its site, as JSON in UTF-8. */
public final class RecordJson {
    private RecordJson() {}

    /** How a part is: {@code part}, and the members of a status. */
    public static byte[] status(String part, Status status) {
        return JsonText.object(out -> {
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
        return JsonText.object(out -> {
            out.writeNumberField("seconds", seconds);
            out.writeObjectFieldStart("roadUsers");
            for (Map.Entry<RoadUserType, Integer> type : types.entrySet()) {
                out.writeNumberField(Fields.word(type.getKey()), type.getValue());
            }
            out.writeEndObject();
            out.writeNumberField("events", events);
        });
    }
}
