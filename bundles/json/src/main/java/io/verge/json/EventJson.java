package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.announcement.EventAnnouncement;
import java.io.IOException;

/** What is announced of an event as an object: {@code time}, {@code phase} and the {@code event} as scenes show it. */
public final class EventJson {
    private EventJson() {}

    /** Writes one object. */
    public static void write(JsonGenerator out, EventAnnouncement announcement) throws IOException {
        out.writeStartObject();
        Fields.time(out, "time", announcement.time());
        Fields.name(out, "phase", announcement.phase());
        out.writeFieldName("event");
        SceneJson.event(out, announcement.event());
        out.writeEndObject();
    }

    /** The object as JSON in UTF-8: a record of the stream {@code events}. */
    public static byte[] octets(EventAnnouncement announcement) {
        return JsonText.octets(out -> write(out, announcement));
    }
}
