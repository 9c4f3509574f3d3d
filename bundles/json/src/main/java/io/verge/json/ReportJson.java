package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.air.AirReport;
import io.verge.api.app.AppReport;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.GenerationReport;
import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.device.DeviceStatus;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.status.Status;
import io.verge.api.time.LatencyReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the parts of the box are, as objects. Counters are objects of name and number. */
public final class ReportJson {
    private static final double NANOS_PER_MILLI = 1e6;

    private ReportJson() {}

    /** Writes the fields {@code state}, {@code since} and, when something is wrong, {@code code}, {@code cause}, {@code remedy}. */
    public static void statusFields(JsonGenerator out, Status status) throws IOException {
        Fields.status(out, status);
    }

    /**
     * Writes a device.
     *
     * @param driver {@code NAME@VERSION} of the bundle that it is from; empty when that is not known
     */
    public static void device(JsonGenerator out, String id, String driver, DeviceStatus device) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", id);
        Fields.text(out, "driver", driver.isEmpty() ? null : driver);
        Fields.status(out, device.status());
        Fields.time(out, "lastFrame", device.lastFrame());
        Fields.counters(out, "counters", device.counters());
        Fields.texts(out, "facts", device.facts());
        out.writeEndObject();
    }

    public static void app(JsonGenerator out, AppReport app) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", app.name());
        Fields.status(out, app.status());
        Fields.time(out, "lastAnnouncement", app.lastAnnouncement());
        Fields.text(out, "lastEvent", app.lastEvent());
        Fields.counters(out, "counters", app.counters());
        out.writeEndObject();
    }

    public static void air(JsonGenerator out, AirReport report) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", report.kind().name());
        out.writeNumberField("sent", report.sent());
        out.writeNumberField("octets", report.octets());
        Fields.time(out, "lastSent", report.lastSent());
        Fields.counters(out, "stopped", report.stopped());
        Fields.text(out, "lastStop", report.lastStop());
        out.writeEndObject();
    }

    public static void latency(JsonGenerator out, LatencyReport report) throws IOException {
        out.writeStartObject();
        out.writeStringField("hop", report.hop());
        out.writeNumberField("count", report.count());
        Fields.number(out, "p50Millis", report.p50Nanos() / NANOS_PER_MILLI);
        Fields.number(out, "p99Millis", report.p99Nanos() / NANOS_PER_MILLI);
        Fields.number(out, "maxMillis", report.maxNanos() / NANOS_PER_MILLI);
        out.writeEndObject();
    }

    /** The outbox: its status, its store, and an object for each lane. */
    public static void outbox(JsonGenerator out, OutboxReport outbox) throws IOException {
        out.writeStartObject();
        Fields.status(out, outbox.status());
        out.writeStringField("store", outbox.store());
        out.writeNumberField("fileOctets", outbox.fileOctets());
        out.writeArrayFieldStart("lanes");
        for (LaneReport lane : outbox.lanes()) {
            out.writeStartObject();
            Fields.name(out, "lane", lane.lane());
            out.writeNumberField("records", lane.records());
            out.writeNumberField("octets", lane.octets());
            out.writeNumberField("budget", lane.budget());
            Fields.time(out, "oldest", lane.oldest());
            out.writeNumberField("offered", lane.offered());
            out.writeNumberField("confirmed", lane.confirmed());
            Fields.counters(out, "dropped", lane.dropped());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    public static void cloud(JsonGenerator out, CloudReport report, Cloud.Mode mode) throws IOException {
        out.writeStartObject();
        Fields.status(out, report.status());
        out.writeStringField("phase", report.phase());
        Fields.name(out, "mode", mode);
        out.writeStringField("broker", report.broker());
        out.writeStringField("client", report.client());
        out.writeNumberField("connection", report.connection());
        Fields.time(out, "connected", report.connected());
        Fields.time(out, "nextAttempt", report.nextAttempt());
        Duration roundTrip = report.roundTrip();
        if (roundTrip != null) {
            Fields.number(out, "roundTripMillis", roundTrip.toNanos() / NANOS_PER_MILLI);
        }
        IdentityReport identity = report.identity();
        if (identity != null) {
            out.writeStringField("identityState", identity.state());
            Fields.time(out, "identityExpires", identity.expires());
        }
        out.writeObjectFieldStart("consumers");
        for (Map.Entry<String, Boolean> consumer : new TreeMap<>(report.consumers()).entrySet()) {
            out.writeBooleanField(consumer.getKey(), consumer.getValue());
        }
        out.writeEndObject();
        Fields.counters(out, "counters", new TreeMap<>(report.counters()));
        Status last = report.last();
        if (last != null) {
            out.writeObjectFieldStart("last");
            Fields.status(out, last);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** How the trail is, and entries of it. */
    public static void audit(JsonGenerator out, AuditReport report, List<AuditEntry> entries) throws IOException {
        out.writeStartObject();
        Fields.status(out, report.status());
        out.writeNumberField("count", report.entries());
        out.writeStringField("head", report.head());
        out.writeNumberField("anchored", report.anchored());
        Fields.time(out, "anchoredAt", report.anchoredAt());
        out.writeArrayFieldStart("entries");
        for (AuditEntry entry : entries) {
            out.writeStartObject();
            out.writeNumberField("number", entry.number());
            Fields.time(out, "time", entry.time());
            out.writeStringField("door", entry.act().door());
            out.writeStringField("who", entry.act().who());
            out.writeStringField("role", entry.act().role());
            out.writeStringField("what", entry.act().what());
            out.writeStringField("object", entry.act().object());
            out.writeStringField("outcome", entry.act().outcome());
            out.writeStringField("detail", entry.act().detail());
            out.writeStringField("hash", entry.hash());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    public static void bundle(JsonGenerator out, BundleReport bundle) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", bundle.name());
        out.writeStringField("version", bundle.version());
        out.writeStringField("state", bundle.state());
        out.writeBooleanField("replaceable", bundle.replaceable());
        out.writeStringField("origin", bundle.origin());
        Fields.text(out, "digest", bundle.digest().isEmpty() ? null : bundle.digest());
        out.writeEndObject();
    }

    /** What was shipped has neither release nor time. */
    public static void generation(JsonGenerator out, GenerationReport generation) throws IOException {
        out.writeStartObject();
        out.writeNumberField("number", generation.number());
        if (generation.number() > 0) {
            out.writeStringField("release", generation.release());
            out.writeStringField("made", generation.made().toString());
            out.writeStringField("why", generation.why());
        }
        out.writeBooleanField("running", generation.running());
        out.writeBooleanField("current", generation.current());
        out.writeBooleanField("good", generation.good());
        out.writeNumberField("size", generation.size());
        out.writeEndObject();
    }
}
