package io.verge.gate.internal;

import io.verge.api.air.AirReport;
import io.verge.api.air.Radio;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.site.Conflict;
import io.verge.api.site.SiteMap;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A gate whose time belongs to the test, with one radio, and things to announce. */
final class Roadside {
    /** Groups 1 and 2 exclude each other, and 2 and 3. */
    static final SiteMap MAP = new SiteMap(
            0, 417, "Demo", 1, List.of(), List.of(), List.of(), Set.of(new Conflict(1, 2), new Conflict(2, 3)));

    final ManualClock clock = ManualClock.standing();
    final AirGate gate;
    /** What the first radio has taken. */
    final List<V2xFrame> air = new ArrayList<>();

    final TestRadio radio = new TestRadio("rsu-a", air);

    Roadside() {
        this(Map.of());
    }

    Roadside(Map<String, Object> config) {
        gate = new AirGate(Configured.with(config), clock, new DirectStages());
        gate.addRadio(radio);
    }

    void after(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private Instant ago(long millis) {
        return clock.now().minusMillis(millis);
    }

    /** A scene that was published now. */
    private Stamps stamps() {
        return Stamps.NONE.with(Hop.FUSED, clock.nanoTime());
    }

    SignalAnnouncement signals(long age, SignalState... states) {
        return new SignalAnnouncement(ago(age), stamps(), MAP, Set.of(), List.of(states));
    }

    SignalState green(int group) {
        return new SignalState(group, SignalPhase.PROTECTED_MOVEMENT, null, clock.now());
    }

    SignalState yellow(int group) {
        return new SignalState(group, SignalPhase.PROTECTED_CLEARANCE, null, clock.now());
    }

    RoadUsersAnnouncement roadUsers(long age) {
        return new RoadUsersAnnouncement(ago(age), stamps(), List.of());
    }

    MapAnnouncement map(long age) {
        return new MapAnnouncement(ago(age), stamps(), MAP);
    }

    AdviceAnnouncement advice(long age) {
        return new AdviceAnnouncement(ago(age), stamps(), MAP, List.of());
    }

    EventAnnouncement event(long age, EventAnnouncement.Phase phase, double east, double radius) {
        RoadEvent event = new RoadEvent(
                "e1",
                RoadEvent.Kind.COLLISION_RISK,
                ago(age),
                new Position(east, 0, 0),
                radius,
                0.9,
                Duration.ofSeconds(1),
                null,
                List.of(),
                Double.NaN,
                List.of(),
                null);
        return new EventAnnouncement(ago(age), stamps(), event, phase);
    }

    EventAnnouncement event(long age) {
        return event(age, EventAnnouncement.Phase.NEW, 10, 30);
    }

    /** Offers an announcement as one message of 100 octets. */
    void offer(Announcement cause) {
        offer(cause, frame(cause, 100));
    }

    void offer(Announcement cause, V2xFrame... frames) {
        gate.offer(cause, List.of(frames));
    }

    static V2xFrame frame(Announcement cause, int size) {
        return new V2xFrame("csae", kind(cause), 111, ByteBuffer.allocate(size), cause.time(), cause.stamps());
    }

    private static MessageKind kind(Announcement cause) {
        return switch (cause.kind()) {
            case MAP -> MessageKind.MAP;
            case SIGNAL, ADVICE, PRIORITY -> MessageKind.SPAT;
            case ROAD_USERS -> MessageKind.RSM;
            case EVENT, SIGN -> MessageKind.RSI;
            case CORRECTIONS -> MessageKind.RTCM;
        };
    }

    /** How many messages were stopped, by reason. */
    Map<String, Long> stopped() {
        Map<String, Long> stopped = new TreeMap<>();
        gate.reports().forEach(report -> report.stopped().forEach((reason, n) -> stopped.merge(reason, n, Long::sum)));
        return stopped;
    }

    AirReport report(MessageKind kind) {
        return gate.reports().stream()
                .filter(report -> report.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A radio that takes everything, or nothing while it has a failure. */
    static final class TestRadio implements Radio {
        private final String id;
        private final List<V2xFrame> air;

        @Nullable
        Exception failure;

        TestRadio(String id, List<V2xFrame> air) {
            this.id = id;
            this.air = air;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public DeviceStatus status() {
            return new DeviceStatus(Status.of(State.OK, Instant.EPOCH), null, Map.of(), Map.of());
        }

        @Override
        public void send(V2xFrame frame) throws IOException {
            if (failure instanceof IOException lost) {
                throw lost;
            }
            if (failure instanceof RuntimeException broken) {
                throw broken;
            }
            air.add(frame);
        }
    }
}
