package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.cloud.TwinReport;
import java.io.IOException;

/** What the cloud wants and what became of it. */
public final class TwinJson {
    private TwinJson() {}

    /** Status, {@code epoch}, {@code desired}, {@code applied}, and by key: {@code key}, {@code desired}, {@code outcome}, {@code why}, {@code until}. */
    public static void report(JsonGenerator out, TwinReport report) throws IOException {
        out.writeStartObject();
        Fields.status(out, report.status());
        out.writeNumberField("epoch", report.epoch());
        out.writeNumberField("desired", report.desired());
        out.writeNumberField("applied", report.applied());
        out.writeArrayFieldStart("keys");
        for (TwinReport.Key key : report.keys()) {
            out.writeStartObject();
            out.writeStringField("key", key.key());
            out.writeNumberField("desired", key.desired());
            Fields.name(out, "outcome", key.outcome());
            Fields.text(out, "why", key.why());
            Fields.time(out, "until", key.until());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
