package io.verge.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.observation.ContactChange;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.PositionFix;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.observation.SignalFrame;
import io.verge.api.road.Velocity;
import io.verge.api.signal.SignalState;
import java.io.IOException;

/** Observations as objects: {@code kind}, {@code device}, {@code sensedAt}, and what the kind holds. */
public final class ObservationJson {
    private ObservationJson() {}

    /** Writes one object. */
    public static void write(JsonGenerator out, Observation observation) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", kind(observation));
        out.writeStringField("device", observation.device());
        Fields.time(out, "sensedAt", observation.sensedAt());
        if (observation instanceof DetectionFrame frame) {
            detections(out, frame);
        } else if (observation instanceof SignalFrame frame) {
            signals(out, frame);
        } else if (observation instanceof PositionFix fix) {
            Fields.degrees(out, "latitude", fix.position().latitude());
            Fields.degrees(out, "longitude", fix.position().longitude());
            Fields.number(out, "elevation", fix.position().elevation());
            Fields.number(out, "error", fix.error());
        } else if (observation instanceof ContactChange contact) {
            out.writeStringField("contact", contact.contact());
            out.writeBooleanField("active", contact.active());
        } else if (observation instanceof CorrectionsReceived corrections) {
            out.writeNumberField("type", corrections.type());
            out.writeNumberField("octets", corrections.message().remaining());
        } else if (observation instanceof ReceivedMessage message) {
            received(out, message);
        }
        out.writeEndObject();
    }

    private static String kind(Observation observation) {
        if (observation instanceof DetectionFrame) {
            return "detections";
        } else if (observation instanceof SignalFrame) {
            return "signals";
        } else if (observation instanceof PositionFix) {
            return "position";
        } else if (observation instanceof ContactChange) {
            return "contact";
        } else if (observation instanceof CorrectionsReceived) {
            return "corrections";
        }
        return "message";
    }

    private static void detections(JsonGenerator out, DetectionFrame frame) throws IOException {
        if (frame.number() >= 0) {
            out.writeNumberField("number", frame.number());
        }
        Fields.name(out, "sensor", frame.sensor().kind());
        out.writeArrayFieldStart("detections");
        for (Detection detection : frame.detections()) {
            out.writeStartObject();
            if (detection instanceof RadarDetection radar) {
                Fields.number(out, "range", radar.range());
                Fields.number(out, "azimuth", radar.azimuth());
                Fields.number(out, "elevation", radar.elevation());
                Fields.number(out, "radialSpeed", radar.radialSpeed());
                Fields.number(out, "strength", radar.strength());
            } else if (detection instanceof ObjectDetection object) {
                object(out, object);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void object(JsonGenerator out, ObjectDetection object) throws IOException {
        Fields.text(out, "trackId", object.trackId());
        Fields.name(out, "type", object.type());
        Fields.number(out, "confidence", object.confidence());
        Fields.position(out, object.position());
        Velocity velocity = object.velocity();
        if (velocity != null) {
            Fields.number(out, "ve", velocity.east());
            Fields.number(out, "vn", velocity.north());
        }
        Fields.size(out, object.size());
    }

    private static void signals(JsonGenerator out, SignalFrame frame) throws IOException {
        Fields.names(out, "modes", frame.modes());
        out.writeArrayFieldStart("groups");
        for (SignalState state : frame.states()) {
            SceneJson.signal(out, state);
        }
        out.writeEndArray();
    }

    private static void received(JsonGenerator out, ReceivedMessage message) throws IOException {
        out.writeStringField("message", message.kind().name());
        SelfReport report = message.report();
        if (report != null) {
            out.writeStringField("id", report.id());
            Fields.name(out, "type", report.type());
            Fields.degrees(out, "latitude", report.position().latitude());
            Fields.degrees(out, "longitude", report.position().longitude());
            Fields.number(out, "speed", report.speed());
            Fields.number(out, "heading", report.heading());
            Fields.number(out, "error", report.error());
            Fields.size(out, report.size());
        }
    }
}
