package io.verge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.verge.api.app.Notice;
import io.verge.api.app.NoticeReport;
import io.verge.api.scene.RoadEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Notices as objects: to be shown, and to be put up. */
public final class NoticeJson {
    private NoticeJson() {}

    /** Writes a notice and how it is. */
    public static void report(JsonGenerator out, NoticeReport report) throws IOException {
        Notice notice = report.notice();
        Integer sign = notice.sign();
        RoadEvent.Kind event = notice.event();
        out.writeStartObject();
        out.writeStringField("id", notice.id());
        out.writeStringField("origin", report.origin());
        out.writeBooleanField("announced", report.announced());
        if (sign != null) {
            out.writeNumberField("sign", sign);
        }
        if (event != null) {
            Fields.name(out, "event", event);
        }
        Fields.text(out, "text", notice.text().isEmpty() ? null : notice.text());
        Fields.number(out, "value", notice.value());
        Fields.number(out, "east", notice.position().east());
        Fields.number(out, "north", notice.position().north());
        Fields.number(out, "radius", notice.radius());
        out.writeFieldName("lanes");
        out.writeArray(
                notice.lanes().stream().mapToInt(Integer::intValue).toArray(),
                0,
                notice.lanes().size());
        Fields.time(out, "from", notice.from());
        Fields.time(out, "until", notice.until());
        out.writeEndObject();
    }

    /**
     * Reads an object with the fields {@code sign} or {@code event}, {@code text}, {@code value}, {@code east}, {@code north},
     * {@code radius}, {@code lanes}, {@code from}, {@code until}. Whether they make sense is not looked at.
     *
     * @param problems gets all that is wrong, for people
     * @return empty when anything is wrong
     */
    public static Optional<Notice> read(byte[] json, String id, List<String> problems) {
        int before = problems.size();
        NoticeReader reader = new NoticeReader(problems);
        try (JsonParser in = new JsonFactory().createParser(json)) {
            reader.read(in);
        } catch (IOException e) {
            problems.add("an object in JSON was expected");
        }
        return problems.size() == before ? Optional.of(reader.notice(id)) : Optional.empty();
    }
}
