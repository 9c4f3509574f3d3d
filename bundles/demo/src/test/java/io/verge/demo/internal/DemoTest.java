package io.verge.demo.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.air.Radio;
import io.verge.api.announcement.Announcement;
import io.verge.api.app.AppReport;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.api.time.Stamps;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoTest {
    private final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Integer> exits = new ArrayList<>();

    private final FakeDevice radar = new FakeDevice("radar-ne", "frames");
    private final FakeRadio rsu = new FakeRadio();
    private final FakeDevice simulator = new FakeDevice("simulator", "frames");
    private final Map<String, Long> app = new TreeMap<>(Map.of("announcements", 0L));
    private final List<AirReport> air = new ArrayList<>();

    @DemoConfig(seconds = 3)
    private static final class Three {}

    @DemoConfig
    private static final class UntilStopped {}

    @DemoConfig(seconds = 3, quiet = "signal-phase")
    private static final class ThreeQuiet {}

    @DemoConfig(seconds = 300, quiet = "signal-phase")
    private static final class FiveMinutesQuiet {}

    @Test
    void saysAtOnceHowToLook() {
        start(UntilStopped.class);
        assertThat(text()).contains("verge status", "coap://127.0.0.1:5683/status");
    }

    @Test
    void printsTheRatesOfTheLastSecond() {
        start(UntilStopped.class);
        second();
        second();
        assertThat(lastSecond()).contains("radar-ne 20/s  rsu 10/s  simulator 20/s");
    }

    @Test
    void printsWhyADeviceDoesNotWork() {
        start(UntilStopped.class);
        radar.status = Status.of(State.DEGRADED, clock.now(), "no-data", "no frame for 600 ms", "check the cable");
        second();
        assertThat(lastSecond()).contains("radar-ne DEGRADED (no frame for 600 ms)");
    }

    @Test
    void printsWhoIsOnTheRoad() {
        Demo demo = start(UntilStopped.class);
        demo.onScene(scene(RoadUserType.PEDESTRIAN, RoadUserType.CAR, RoadUserType.CAR));
        second();
        assertThat(lastSecond()).contains("2 car, 1 pedestrian; 0 events; scenes 1/s");
    }

    @Test
    void printsWhatTheSignalsShowAndHowLong() {
        Demo demo = start(UntilStopped.class);
        demo.onScene(scene());
        second();
        assertThat(lastSecond()).contains("1 green 12.5 s  2 red");
    }

    @Test
    void printsWhatIsSentAndWhatTheRadioCouldDecode() {
        start(UntilStopped.class);
        second();
        assertThat(lastSecond()).contains("SPAT 10/s; the radio has decoded SPAT 10");
    }

    @Test
    void printsTheLatencyFromDeviceToAir() {
        start(UntilStopped.class);
        second();
        assertThat(lastSecond()).contains("p50 4.0 ms, p99 21.5 ms");
    }

    @Test
    void endsWithZeroWhenEveryFlowWasAlive() {
        start(Three.class);
        seconds(3);
        assertThat(exits).containsExactly(0);
        assertThat(text()).endsWith("all 5 flows were alive" + System.lineSeparator());
    }

    @Test
    void doesNotEndBeforeItsTime() {
        start(Three.class);
        seconds(2);
        assertThat(exits).isEmpty();
    }

    @Test
    void doesNotEndTwice() {
        start(Three.class);
        seconds(5);
        assertThat(exits).hasSize(1);
    }

    @Test
    void aDeviceThatIsNotOkAtTheEndIsDead() {
        start(Three.class);
        radar.status = Status.of(State.DEGRADED, clock.now(), "no-data", "no frame", "check");
        seconds(3);
        assertThat(exits).containsExactly(1);
        assertThat(line("device radar-ne")).endsWith("DEAD");
    }

    @Test
    void aDeviceWithoutAFrameIsDead() {
        start(Three.class);
        radar.perSecond = 0;
        seconds(3);
        assertThat(line("device radar-ne")).contains("0 frames, OK").endsWith("DEAD");
    }

    @Test
    void aRadioIsJudgedByWhatItSent() {
        start(Three.class);
        seconds(3);
        assertThat(line("device rsu")).contains("30 sent, OK").endsWith("alive");
    }

    @Test
    void anAppThatAnnouncedNothingIsDead() {
        start(Three.class);
        app.put("announcements", -10_000L);
        seconds(3);
        assertThat(line("app signal-phase")).endsWith("DEAD");
    }

    @Test
    void anAppThatHasNoWordsForWhatItAnnouncesIsAlive() {
        start(Three.class);
        app.put("announcements", -30L);
        app.put("unspeakable", 1_020L);
        seconds(3);
        assertThat(line("app signal-phase"))
                .contains("1020 that the message set cannot say")
                .endsWith("alive");
    }

    @Test
    void anAppThatMayBeQuietIsAliveWhenItLooks() {
        start(ThreeQuiet.class);
        app.put("announcements", -10_000L);
        app.put("scenes", 30L);
        seconds(3);
        assertThat(line("app signal-phase")).endsWith("alive");
    }

    @Test
    void anAppThatMayBeQuietIsDeadAfterFiveMinutes() {
        start(FiveMinutesQuiet.class);
        app.put("announcements", -10_000L);
        app.put("scenes", 30L);
        seconds(300);
        assertThat(line("app signal-phase")).endsWith("DEAD");
    }

    @Test
    void printsTheLastEventsWithTheirNumbers() {
        Demo demo = start(UntilStopped.class);
        for (int number = 1; number <= 4; number++) {
            demo.onScene(scene(event("e" + number), RoadUserType.CAR, RoadUserType.PEDESTRIAN));
        }
        second();
        assertThat(lastSecond())
                .contains("events   #4 COLLISION_RISK car 1 × pedestrian 2 in 2.1 s; #3 ")
                .doesNotContain("#1 ");
    }

    @Test
    void printsWhatEachAppAnnounces() {
        start(UntilStopped.class);
        app.put("events", 2L);
        second();
        second();
        assertThat(lastSecond()).contains("apps     signal-phase 10/s (2 events)");
    }

    @Test
    void aKindThatTheRadioCouldNotDecodeIsDead() {
        start(Three.class);
        simulator.counters.put("undecodable.SPAT", 1L);
        seconds(3);
        assertThat(line("message SPAT")).endsWith("DEAD");
    }

    @Test
    void aKindOfWhichAllWereStoppedIsDead() {
        start(Three.class);
        air.add(new AirReport(MessageKind.RSM, 0, 0, null, Map.of("clock", 7L), "clock error of 80 ms"));
        seconds(3);
        assertThat(line("message RSM")).contains("0 sent, 7 stopped").endsWith("DEAD");
    }

    @Test
    void withoutAnyMessageThatFlowIsDead() {
        Demo demo = demo(Three.class);
        demo.addDevice(radar);
        seconds(3);
        assertThat(List.of(line("app -"), line("message -"))).allMatch(line -> line.endsWith("DEAD"));
    }

    @Test
    void theEndHasTheLatencyOfEachHop() {
        start(Three.class);
        seconds(3);
        assertThat(line("latency fused")).contains("p50 1.00 ms, p99 2.00 ms, greatest 3.00 ms of 50");
    }

    @Test
    void stoppedBeforeItPrintsTheEndAllTheSame() {
        Demo demo = start(UntilStopped.class);
        seconds(2);
        demo.close();
        assertThat(text()).contains("all 5 flows were alive");
        assertThat(exits).isEmpty();
    }

    @Test
    void stoppedAfterTheEndItPrintsNothingMore() {
        Demo demo = start(Three.class);
        seconds(3);
        String before = text();
        demo.close();
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void devicesThatWereStoppedBeforeItAreNotForgotten() {
        Demo demo = start(UntilStopped.class);
        seconds(2);
        demo.removeDevice(radar);
        demo.removeDevice(rsu);
        second();
        demo.close();
        assertThat(line("device radar-ne")).endsWith("alive");
    }

    private Demo start(Class<?> configured) {
        Demo demo = demo(configured);
        demo.addDevice(simulator);
        demo.addDevice(rsu);
        demo.addDevice(radar);
        demo.setApps(() ->
                List.of(new AppReport("signal-phase", Status.of(State.OK, clock.now()), null, new TreeMap<>(app))));
        demo.setGate(new FakeGate());
        demo.setLatency(new FakeLatency());
        return demo;
    }

    private Demo demo(Class<?> configured) {
        DemoConfig config = Objects.requireNonNull(configured.getAnnotation(DemoConfig.class));
        return new Demo(config, stages, clock, exits::add, new PrintStream(printed, true, UTF_8));
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            second();
        }
    }

    /** In which each radar and the simulator have 20 frames and the radio sends 10 messages. */
    private void second() {
        clock.advance(Duration.ofSeconds(1));
        radar.run();
        simulator.run();
        rsu.run();
        app.merge("announcements", 10L, Long::sum);
        simulator.counters.merge("received.SPAT", 10L, Long::sum);
        simulator.counters.merge("decoded.SPAT", 10L, Long::sum);
        long sent = rsu.count();
        air.removeIf(report -> report.kind() == MessageKind.SPAT);
        air.add(0, new AirReport(MessageKind.SPAT, sent, 100 * sent, clock.now(), Map.of(), null));
        stages.tick();
    }

    private String text() {
        return printed.toString(UTF_8);
    }

    private String lastSecond() {
        return text().substring(text().lastIndexOf("  devices  "));
    }

    private String line(String beginning) {
        return text().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse("");
    }

    private Scene scene(RoadUserType... types) {
        return scene(List.of(), types);
    }

    private Scene scene(RoadEvent event, RoadUserType... types) {
        return scene(List.of(event), types);
    }

    private RoadEvent event(String id) {
        return new RoadEvent(
                id,
                RoadEvent.Kind.COLLISION_RISK,
                clock.now(),
                new Position(0, 0, 0),
                20,
                0.9,
                Duration.ofSeconds(1),
                clock.now().plusMillis(2_100),
                List.of(),
                Double.NaN,
                List.of(1, 2),
                null);
    }

    private Scene scene(List<RoadEvent> events, RoadUserType... types) {
        List<RoadUser> users = new ArrayList<>();
        for (RoadUserType type : types) {
            Motion motion =
                    new Motion(new Position(0, 0, 0), Velocity.ZERO, 0, Covariance.round(1), Covariance.round(1));
            users.add(new RoadUser(users.size() + 1, type, 1, motion, null, null, Set.of(), clock.now(), null));
        }
        SignalTiming timing = SignalTiming.between(clock.now().plusMillis(12_500), null);
        return new Scene(
                clock.now(),
                clock.quality(),
                users,
                Map.of(
                        1, new SignalState(1, SignalPhase.PROTECTED_MOVEMENT, timing, clock.now()),
                        2, new SignalState(2, SignalPhase.STOP_AND_REMAIN, null, clock.now())),
                Set.of(),
                events,
                Stamps.NONE);
    }

    private class FakeDevice implements Device {
        private final String id;
        private final String counter;
        private final Map<String, Long> counters = new TreeMap<>();
        private Status status = Status.of(State.OK, clock.now());
        private long perSecond = 20;

        FakeDevice(String id, String counter) {
            this.id = id;
            this.counter = counter;
        }

        void run() {
            counters.merge(counter, perSecond, Long::sum);
        }

        long count() {
            return counters.getOrDefault(counter, 0L);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public DeviceStatus status() {
            return new DeviceStatus(status, clock.now(), new TreeMap<>(counters), Map.of());
        }
    }

    private final class FakeRadio extends FakeDevice implements Radio {
        FakeRadio() {
            super("rsu", "sent");
            super.perSecond = 10;
        }

        @Override
        public void send(V2xFrame frame) {}
    }

    private final class FakeGate implements Gate {
        @Override
        public void offer(Announcement cause, List<V2xFrame> frames) {}

        @Override
        public List<AirReport> reports() {
            return List.copyOf(air);
        }
    }

    private static final class FakeLatency implements Latency {
        @Override
        public void record(String hop, long nanos) {}

        @Override
        public List<LatencyReport> reports() {
            return List.of(
                    new LatencyReport("fused", 50, 1_000_000, 2_000_000, 3_000_000),
                    new LatencyReport(Latency.TOTAL, 50, 4_000_000, 21_500_000, 30_000_000));
        }
    }
}
