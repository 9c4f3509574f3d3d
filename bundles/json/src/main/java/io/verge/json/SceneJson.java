package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.ClockQuality;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Scenes and what is in them as objects. */
public final class SceneJson {
    private SceneJson() {}

    /** Writes one object: the whole scene. */
    public static void write(JsonGenerator out, Scene scene) throws IOException {
        out.writeStartObject();
        Fields.time(out, "time", scene.time());
        clock(out, scene.clock());
        out.writeArrayFieldStart("roadUsers");
        for (RoadUser roadUser : scene.roadUsers()) {
            roadUser(out, roadUser);
        }
        out.writeEndArray();
        signals(out, scene);
        out.writeArrayFieldStart("events");
        for (RoadEvent event : scene.events()) {
            event(out, event);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Writes the fields {@code modes} and {@code groups} of the scene. */
    public static void signals(JsonGenerator out, Scene scene) throws IOException {
        Fields.names(out, "modes", scene.modes());
        out.writeArrayFieldStart("groups");
        for (SignalState state : scene.signals().values()) {
            signal(out, state);
        }
        out.writeEndArray();
    }

    private static void clock(JsonGenerator out, ClockQuality quality) throws IOException {
        out.writeObjectFieldStart("clock");
        Fields.name(out, "source", quality.source());
        Duration error = quality.error();
        if (error != null) {
            out.writeNumberField("errorMillis", error.toMillis());
        }
        out.writeEndObject();
    }

    static void roadUser(JsonGenerator out, RoadUser user) throws IOException {
        Motion motion = user.motion();
        Velocity velocity = motion.velocity();
        out.writeStartObject();
        out.writeNumberField("id", user.id());
        Fields.name(out, "type", user.type());
        Fields.number(out, "typeConfidence", user.typeConfidence());
        Fields.position(out, motion.position());
        Fields.number(out, "ve", velocity.east());
        Fields.number(out, "vn", velocity.north());
        Fields.number(out, "speed", velocity.speed());
        Fields.number(out, "heading", motion.heading());
        Fields.covariance(out, "positionError", motion.positionError());
        Fields.covariance(out, "velocityError", motion.velocityError());
        Fields.size(out, user.size());
        LaneMatch lane = user.lane();
        if (lane != null) {
            out.writeObjectFieldStart("lane");
            out.writeNumberField("id", lane.lane());
            Fields.number(out, "along", lane.along());
            Fields.number(out, "across", lane.across());
            Fields.number(out, "probability", lane.probability());
            out.writeEndObject();
        }
        Fields.names(out, "sources", user.sources());
        Fields.time(out, "measuredAt", user.measuredAt());
        Fields.text(out, "selfReportId", user.selfReportId());
        out.writeEndObject();
    }

    static void signal(JsonGenerator out, SignalState state) throws IOException {
        out.writeStartObject();
        out.writeNumberField("group", state.group());
        Fields.name(out, "phase", state.phase());
        SignalTiming timing = state.timing();
        if (timing != null) {
            Fields.time(out, "minEnd", timing.minEnd());
            Fields.time(out, "maxEnd", timing.maxEnd());
            Fields.time(out, "likelyEnd", timing.likelyEnd());
            if (timing.likelyEnd() != null) {
                Fields.number(out, "confidence", timing.confidence());
            }
            Fields.time(out, "nextStart", timing.nextStart());
        }
        Fields.time(out, "observedAt", state.observedAt());
        out.writeEndObject();
    }

    private static void numbers(JsonGenerator out, String name, List<Integer> numbers) throws IOException {
        out.writeArrayFieldStart(name);
        for (int number : numbers) {
            out.writeNumber(number);
        }
        out.writeEndArray();
    }

    static void event(JsonGenerator out, RoadEvent event) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", event.id());
        Fields.name(out, "kind", event.kind());
        Fields.time(out, "since", event.since());
        Fields.position(out, event.position());
        Fields.number(out, "radius", event.radius());
        Fields.number(out, "confidence", event.confidence());
        out.writeNumberField("validityMillis", event.validity().toMillis());
        Fields.time(out, "expected", event.expected());
        Fields.number(out, "heading", event.heading());
        numbers(out, "lanes", event.lanes());
        numbers(out, "roadUsers", event.roadUsers());
        Fields.text(out, "detail", event.detail());
        out.writeEndObject();
    }
}
