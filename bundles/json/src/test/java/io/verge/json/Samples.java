package io.verge.json;

import io.verge.api.air.AirReport;
import io.verge.api.app.AppReport;
import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.bundle.BundleReport;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.observation.ContactChange;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.PositionFix;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.observation.SignalFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.LatencyReport;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of each kind with all that can be known, and one with as little. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-03-01T08:00:00.250Z");
    private static final Wgs84 PLACE = new Wgs84(30.123456789, -114.987654321, 21.0004);

    private Samples() {}

    private static DetectionFrame frame(SensorKind kind, long number, Detection... detections) {
        Mount mount = new Mount(new Position(0, 0, 6), 225, -10);
        SensorError error = new SensorError.Polar(0.3, 1, 0.1);
        Sensor sensor = new Sensor("radar-ne", kind, mount, 90, 80, error);
        return new DetectionFrame(sensor, TIME, Stamps.NONE, number, List.of(detections));
    }

    static Observation radar() {
        return frame(SensorKind.RADAR, 7, new RadarDetection(41.20049, -3.5, 0.25, -12.7, 18));
    }

    static Observation bareRadar() {
        return frame(
                SensorKind.RADAR, -1, new RadarDetection(41, -3, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY));
    }

    static Observation camera() {
        return frame(
                SensorKind.CAMERA,
                8,
                new ObjectDetection(
                        new Position(1.25, -2, 0),
                        RoadUserType.PEDESTRIAN,
                        0.875,
                        new Velocity(0.5, -1.5),
                        new Size(0.5, 0.5, 1.75),
                        "track-1"));
    }

    static Observation bareCamera() {
        return frame(
                SensorKind.CAMERA,
                0,
                new ObjectDetection(new Position(1, 2, Double.NaN), RoadUserType.UNKNOWN, 0, null, null, null));
    }

    static SignalState timed() {
        SignalTiming timing = new SignalTiming(
                TIME.plusSeconds(3), TIME.plusSeconds(9), TIME.plusSeconds(5), 0.75, TIME.plusSeconds(40));
        return new SignalState(1, SignalPhase.PROTECTED_MOVEMENT, timing, TIME);
    }

    static SignalState halfTimed() {
        return new SignalState(2, SignalPhase.STOP_AND_REMAIN, SignalTiming.between(TIME.plusSeconds(3), null), TIME);
    }

    static SignalState untimed() {
        return new SignalState(3, SignalPhase.UNAVAILABLE, null, TIME);
    }

    static Observation signals() {
        return new SignalFrame(
                "signal",
                TIME,
                Stamps.NONE,
                Set.of(SignalMode.STOP_TIME, SignalMode.COORDINATED),
                List.of(timed(), halfTimed(), untimed()));
    }

    static Observation fix() {
        return new PositionFix("gnss", TIME, Stamps.NONE, PLACE, 0.8);
    }

    static Observation bareFix() {
        return new PositionFix("gnss", TIME, Stamps.NONE, PLACE, Double.NaN);
    }

    static Observation contact() {
        return new ContactChange("cabinet", TIME, Stamps.NONE, "door", true);
    }

    static Observation received() {
        SelfReport report =
                new SelfReport("a1b2", RoadUserType.CAR, PLACE, 13.8, 271.5, 1.5, new Size(4.5, 1.8, Double.NaN));
        return new ReceivedMessage("rsu", TIME, Stamps.NONE, MessageKind.BSM, report);
    }

    static Observation bareReceived() {
        SelfReport report = new SelfReport("00", RoadUserType.UNKNOWN, PLACE, Double.NaN, Double.NaN, Double.NaN, null);
        return new ReceivedMessage("rsu", TIME, Stamps.NONE, MessageKind.PSM, report);
    }

    static Observation receivedWithoutReport() {
        return new ReceivedMessage("rsu", TIME, Stamps.NONE, MessageKind.SRM, null);
    }

    static List<Observation> observations() {
        return List.of(
                radar(),
                bareRadar(),
                camera(),
                bareCamera(),
                signals(),
                fix(),
                bareFix(),
                contact(),
                received(),
                bareReceived(),
                receivedWithoutReport());
    }

    static Scene scene() {
        Motion motion = new Motion(
                new Position(3, 4, 0),
                new Velocity(3, 4),
                36.87,
                new Covariance(0.0001, -0.00001, 0.04),
                Covariance.round(0.5));
        RoadUser user = new RoadUser(
                17,
                RoadUserType.BUS,
                0.9,
                motion,
                new Size(12, 2.5, 3),
                new LaneMatch(2, 31.5, -0.25, 0.95),
                Set.of(SensorKind.SELF_REPORT, SensorKind.RADAR),
                TIME,
                "a1b2");
        RoadEvent event = new RoadEvent(
                "e-1",
                RoadEvent.Kind.STOPPED_VEHICLE,
                TIME,
                new Position(1, 2, 0),
                15,
                0.6,
                Duration.ofSeconds(2),
                null,
                List.of(3),
                90,
                List.of(17, 18),
                "on the crossing");
        return new Scene(
                TIME,
                new ClockQuality(ClockQuality.Source.GNSS, Duration.ofMillis(3)),
                List.of(user),
                Map.of(1, timed(), 2, halfTimed(), 3, untimed()),
                Set.of(SignalMode.PREEMPTION),
                List.of(event),
                Stamps.NONE);
    }

    static Scene bareScene() {
        Motion motion = new Motion(
                new Position(3, 4, 0),
                Velocity.ZERO,
                Double.NaN,
                new Covariance(Double.NaN, Double.NaN, Double.NaN),
                new Covariance(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN));
        RoadUser user = new RoadUser(1, RoadUserType.UNKNOWN, 0, motion, null, null, Set.of(), TIME, null);
        RoadEvent event = new RoadEvent(
                "e-2",
                RoadEvent.Kind.WEATHER,
                TIME,
                new Position(0, 0, 0),
                Double.NaN,
                Double.NaN,
                Duration.ZERO,
                null,
                List.of(),
                Double.NaN,
                List.of(),
                null);
        return new Scene(
                TIME,
                new ClockQuality(ClockQuality.Source.FREE_RUNNING, null),
                List.of(user),
                Map.of(),
                Set.of(),
                List.of(event),
                Stamps.NONE);
    }

    static Status trouble() {
        return Status.of(State.DEGRADED, TIME, "no-data", "no frame for 151 ms (limit 150 ms)", "check the cable");
    }

    /** In the order given. */
    static Map<String, Long> counters(Object... namesAndCounts) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            counters.put(String.valueOf(namesAndCounts[i]), ((Number) namesAndCounts[i + 1]).longValue());
        }
        return counters;
    }

    static List<Written> reports() {
        Status ok = Status.of(State.OK, TIME);
        return List.of(
                Written.by(out -> ReportJson.device(
                        out,
                        "radar-ne",
                        "",
                        new DeviceStatus(trouble(), TIME, counters("frames", 3), Map.of("version", "3.5")))),
                Written.by(
                        out -> ReportJson.device(out, "radar-ne", "", new DeviceStatus(ok, null, Map.of(), Map.of()))),
                Written.by(out -> ReportJson.app(
                        out, new AppReport("glosa", trouble(), TIME, "new wrong-way e-1", counters("scenes", 1)))),
                Written.by(out -> ReportJson.app(out, new AppReport("glosa", ok, null, Map.of()))),
                Written.by(out -> ReportJson.air(
                        out, new AirReport(MessageKind.SPAT, 1L << 40, 2, TIME, counters("too-old", 4), "410 ms old"))),
                Written.by(out -> ReportJson.air(out, new AirReport(MessageKind.MAP, 0, 0, null, Map.of(), null))),
                Written.by(out -> ReportJson.latency(out, new LatencyReport("sent", 5, 1_500, 2_000_000, 3_000_000))),
                Written.by(out -> ReportJson.bundle(
                        out, new BundleReport("io.verge.api", "0.1.0", "active", false, "shipped", ""))),
                Written.by(out -> ReportJson.bundle(
                        out, new BundleReport("io.verge.app.x", "1.0.0", "active", true, "local", "ab12"))),
                Written.by(out -> ReportJson.audit(
                        out,
                        new AuditReport(ok, 7, "ab12", 5, TIME),
                        List.of(new AuditEntry(
                                7,
                                TIME,
                                new Act("coap", "anna", "operator", "bundle.stop", "x", "done", ""),
                                "ab12")))));
    }
}
