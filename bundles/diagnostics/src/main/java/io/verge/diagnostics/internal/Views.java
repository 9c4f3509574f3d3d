package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.bundle.BundleGenerations;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.api.bundle.GenerationReport;
import io.verge.api.cloud.Cloud;
import io.verge.api.device.Device;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.scene.Scene;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.Updates;
import io.verge.json.NoticeJson;
import io.verge.json.ReportJson;
import io.verge.json.SceneJson;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each resource shows. */
final class Views {
    private static final int LOG_LINES = 50;
    private static final int RECENT_MESSAGES = 32;

    private final Parts parts;
    private final Boards boards;
    private final Clock clock;
    private final Latency latency;
    private final String version;
    private final Instant started;

    Views(Parts parts, Boards boards, Clock clock, Latency latency, String version) {
        this.parts = parts;
        this.boards = boards;
        this.clock = clock;
        this.latency = latency;
        this.version = version;
        this.started = clock.now();
    }

    void status(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("version", version);
        out.writeStringField("since", started.toString());
        out.writeStringField("state", overall().name());
        ClockQuality quality = clock.quality();
        Duration error = quality.error();
        out.writeObjectFieldStart("clock");
        out.writeStringField("source", quality.source().name());
        if (error != null) {
            out.writeNumberField("errorMillis", error.toMillis());
        }
        out.writeEndObject();
        Optional<BundleGenerations> generations = parts.generations();
        if (generations.isPresent()) {
            out.writeObjectFieldStart("generation");
            out.writeNumberField("number", generations.get().running());
            ReportJson.statusFields(out, generations.get().status());
            out.writeEndObject();
        }
        Optional<Updates> updates = parts.updates();
        if (updates.isPresent()) {
            update(out, updates.get().report());
        }
        part(out, "profile", parts.profiles().map(Profiles::status));
        part(out, "outbox", parts.outbox().map(one -> one.report().status()));
        part(out, "cloud", parts.cloud().map(one -> one.report().status()));
        out.writeArrayFieldStart("devices");
        for (Device device : parts.devices()) {
            summary(out, "id", device.id(), parts.status(device).status());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("apps");
        for (AppReport app : appReports()) {
            summary(out, "name", app.name(), app.status());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** How updating is does not count: after one that has failed the box works as before. */
    private static void update(JsonGenerator out, UpdateReport report) throws IOException {
        out.writeObjectFieldStart("update");
        ReportJson.statusFields(out, report.status());
        out.writeStringField("running", report.running());
        UpdateEntry now = report.now();
        if (now != null) {
            out.writeStringField("release", now.wish().release());
            out.writeStringField("phase", now.phase().label());
            out.writeStringField("phaseSince", now.since().toString());
            out.writeStringField("why", now.why());
        }
        out.writeEndObject();
    }

    /** Nothing when the box does not have it. */
    private static void part(JsonGenerator out, String name, Optional<Status> status) throws IOException {
        if (status.isPresent()) {
            out.writeObjectFieldStart(name);
            ReportJson.statusFields(out, status.get());
            out.writeEndObject();
        }
    }

    private static void summary(JsonGenerator out, String key, String name, Status status) throws IOException {
        out.writeStartObject();
        out.writeStringField(key, name);
        ReportJson.statusFields(out, status);
        out.writeEndObject();
    }

    /**
     * OK when every part is; DEGRADED when one is not, FAILED in safe mode. The cloud does not count: being without it is normal for
     * the road.
     */
    private State overall() {
        State set = parts.generations().map(one -> one.status().state()).orElse(State.OK);
        if (set == State.FAILED) {
            return State.FAILED;
        }
        boolean devices = parts.devices().stream()
                .allMatch(device -> parts.status(device).status().works());
        boolean apps = appReports().stream().allMatch(app -> app.status().works());
        boolean profile = parts.profiles().map(one -> one.status().works()).orElse(false);
        boolean outbox =
                parts.outbox().map(one -> one.report().status().works()).orElse(true);
        return set == State.OK && devices && apps && profile && outbox ? State.OK : State.DEGRADED;
    }

    void devices(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Device device : parts.devices()) {
            ReportJson.device(out, device.id(), parts.driver(device), parts.status(device));
        }
        out.writeEndArray();
    }

    void apps(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (AppReport app : appReports()) {
            ReportJson.app(out, app);
        }
        out.writeEndArray();
    }

    private List<AppReport> appReports() {
        return parts.apps().map(Apps::apps).orElse(List.of());
    }

    void bundles(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (BundleReport bundle : parts.bundles().map(Bundles::list).orElse(List.of())) {
            ReportJson.bundle(out, bundle);
        }
        out.writeEndArray();
    }

    void generations(JsonGenerator out) throws IOException {
        Optional<BundleGenerations> generations = parts.generations();
        List<GenerationReport> reports =
                generations.isPresent() ? generations.get().list() : List.of();
        out.writeStartArray();
        for (GenerationReport report : reports) {
            ReportJson.generation(out, report);
        }
        out.writeEndArray();
    }

    void scene(JsonGenerator out) throws IOException {
        Optional<Scene> scene = boards.scene();
        if (scene.isPresent()) {
            SceneJson.write(out, scene.get());
        } else {
            out.writeStartObject();
            out.writeEndObject();
        }
    }

    void signals(JsonGenerator out) throws IOException {
        out.writeStartObject();
        Optional<Scene> scene = boards.scene();
        if (scene.isPresent()) {
            SceneJson.signals(out, scene.get());
        }
        out.writeEndObject();
    }

    void messages(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (AirReport report : parts.gate().map(Gate::reports).orElse(List.of())) {
            ReportJson.air(out, report);
        }
        out.writeEndArray();
    }

    void recentMessages(JsonGenerator out, long after) throws IOException {
        out.writeStartArray();
        for (Boards.Sent sent : boards.messagesSince(after, RECENT_MESSAGES)) {
            out.writeStartObject();
            out.writeNumberField("number", sent.number());
            out.writeStringField("time", sent.time().toString());
            out.writeStringField("set", sent.frame().set());
            out.writeStringField("kind", sent.frame().kind().name());
            ByteBuffer payload = sent.frame().payload();
            byte[] octets = new byte[payload.remaining()];
            payload.get(octets);
            out.writeStringField("hex", HexFormat.of().formatHex(octets));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void latency(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (LatencyReport report : latency.reports()) {
            ReportJson.latency(out, report);
        }
        out.writeEndArray();
    }

    void logs(JsonGenerator out, long after) throws IOException {
        out.writeStartArray();
        Optional<Logs> logs = parts.logs();
        if (logs.isPresent()) {
            for (LogLine line : logs.get().since(after, LOG_LINES)) {
                log(out, line);
            }
        }
        out.writeEndArray();
    }

    private static void log(JsonGenerator out, LogLine line) throws IOException {
        out.writeStartObject();
        out.writeNumberField("number", line.number());
        out.writeStringField("time", line.time().toString());
        out.writeStringField("level", line.level());
        out.writeStringField("logger", line.logger());
        out.writeStringField("message", line.message());
        if (line.thrown() != null) {
            out.writeStringField("thrown", line.thrown());
        }
        out.writeEndObject();
    }

    /** Nothing in it when the profile has no section {@code cloud}. */
    void cloud(JsonGenerator out) throws IOException {
        Optional<Cloud> cloud = parts.cloud();
        if (cloud.isPresent()) {
            ReportJson.cloud(out, cloud.get().report(), cloud.get().mode());
        } else {
            out.writeStartObject();
            out.writeEndObject();
        }
    }

    void config(JsonGenerator out) throws IOException {
        out.writeStartObject();
        Optional<Profiles> profiles = parts.profiles();
        if (profiles.isPresent()) {
            ReportJson.statusFields(out, profiles.get().status());
            problems(out, "problems", profiles.get().problems());
            out.writeStringField("text", profiles.get().text());
        }
        out.writeEndObject();
    }

    void signs(JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (NoticeReport report : parts.notices().map(Notices::list).orElse(List.of())) {
            NoticeJson.report(out, report);
        }
        out.writeEndArray();
    }

    /** An empty object when there is no outbox. */
    void outbox(JsonGenerator out) throws IOException {
        Optional<OutboxHealth> outbox = parts.outbox();
        if (outbox.isPresent()) {
            ReportJson.outbox(out, outbox.get().report());
        } else {
            out.writeStartObject();
            out.writeEndObject();
        }
    }

    static void problems(JsonGenerator out, String field, List<Problem> problems) throws IOException {
        out.writeArrayFieldStart(field);
        for (Problem problem : problems) {
            out.writeStartObject();
            out.writeNumberField("line", problem.line());
            out.writeStringField("key", problem.key());
            out.writeStringField("message", problem.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Key and text, in order. */
    static View object(Map<String, String> fields) {
        return out -> {
            out.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                out.writeStringField(field.getKey(), field.getValue());
            }
            out.writeEndObject();
        };
    }
}
