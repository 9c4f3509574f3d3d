package io.verge.flow.internal;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ContactChange;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.site.SiteMap;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stage;
import io.verge.api.time.Stamps;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands around the flow in its tests. */
final class Scenery {
    static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");

    private Scenery() {}

    static Scene scene(Stamps stamps) {
        ClockQuality clock = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
        return new Scene(TIME, clock, List.of(), Map.of(), Set.of(), List.of(), stamps);
    }

    /** The scene of that number, for tests that must tell one from another. */
    static Scene scene(int number) {
        return scene(Stamps.received(number));
    }

    static Announcement advice() {
        return new AdviceAnnouncement(
                TIME,
                Stamps.received(7),
                new SiteMap(0, 1, "x", 0, List.of(), List.of(), List.of(), Set.of()),
                List.of());
    }

    /** Of a vehicle that drives the wrong way, valid for a second. */
    static EventAnnouncement event(String id, Phase phase) {
        return event(id, phase, RoadEvent.Kind.WRONG_WAY, TIME, Duration.ofSeconds(1));
    }

    static EventAnnouncement event(String id, Phase phase, RoadEvent.Kind kind, Instant time, Duration validity) {
        RoadEvent event = new RoadEvent(
                id, kind, TIME, new Position(1, 2, 0), 10, 0.9, validity, null, List.of(3), 90, List.of(17), "car 17");
        return new EventAnnouncement(time, Stamps.NONE, event, phase);
    }

    static ContactChange contact(Stamps stamps) {
        return new ContactChange("cabinet", TIME, stamps, "door", true);
    }

    static V2xFrame frame(Stamps stamps) {
        return new V2xFrame("csae", MessageKind.RSI, 113, ByteBuffer.wrap(new byte[] {1, 2}), TIME, stamps);
    }

    /** Keeps what it is offered until the test runs it. */
    static final class HeldStage implements Stage {
        final Deque<Runnable> work = new ArrayDeque<>();
        private final int capacity;
        private boolean closed;

        HeldStage(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public boolean offer(Runnable one) {
            return !closed && work.size() < capacity && work.add(one);
        }

        @Override
        public void every(Duration period, Runnable one) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public void close() {
            closed = true;
        }

        void runAll() {
            for (Runnable one = work.poll(); one != null; one = work.poll()) {
                one.run();
            }
        }
    }

    /** An app that does what the test says. */
    static class TestApp implements App {
        final List<Scene> seen = new ArrayList<>();
        private final String name;
        private final Set<Need> needs = EnumSet.noneOf(Need.class);
        private Behaviour behaviour = out -> {};

        interface Behaviour {
            void act(Announcer out);
        }

        TestApp(String name, Need... needs) {
            this.name = name;
            this.needs.addAll(List.of(needs));
        }

        TestApp does(Behaviour next) {
            behaviour = next;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Need> needs() {
            return needs;
        }

        @Override
        public void onScene(Scene scene, Announcer out) {
            seen.add(scene);
            behaviour.act(out);
        }
    }

    /** Speaks advice alone; takes two milliseconds for it. */
    static final class TestSet implements MessageSet {
        static final Duration TAKES = Duration.ofMillis(2);

        private final ManualClock clock;
        boolean unspeakable;
        boolean broken;
        Optional<ReceivedMessage> decoded = Optional.empty();

        TestSet(ManualClock clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "csae";
        }

        @Override
        public Set<Announcement.Kind> speaks() {
            return Set.of(Announcement.Kind.ADVICE);
        }

        @Override
        public List<V2xFrame> encode(Announcement announcement) throws UnspeakableException {
            if (unspeakable) {
                throw new UnspeakableException("a speed of 900 m/s");
            }
            clock.advance(TAKES);
            return List.of(frame(announcement.stamps()), frame(announcement.stamps()));
        }

        @Override
        public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
            if (broken) {
                throw new IllegalStateException("a defect");
            }
            return decoded;
        }
    }

    static final class TestGate implements Gate {
        final List<V2xFrame> offered = new ArrayList<>();

        @Override
        public void offer(Announcement cause, List<V2xFrame> frames) {
            offered.addAll(frames);
        }

        @Override
        public List<AirReport> reports() {
            return List.of();
        }
    }
}
