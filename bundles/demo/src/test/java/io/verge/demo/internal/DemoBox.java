package io.verge.demo.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.announcement.Announcement;
import io.verge.api.app.AppReport;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A demo beside a box of one radar, one radio, one app and the simulator, whose time the test owns. */
final class DemoBox {
    final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final List<Integer> exits = new ArrayList<>();

    final FakeDevice radar = new FakeDevice(clock, "radar-ne", "frames");
    final FakeRadio rsu = new FakeRadio(clock);
    final FakeDevice simulator = new FakeDevice(clock, "simulator", "frames");
    final Map<String, Long> app = new TreeMap<>(Map.of("announcements", 0L));
    final List<AirReport> air = new ArrayList<>();

    Demo start(Class<?> configured) {
        Demo demo = demo(configured);
        demo.addDevice(simulator);
        demo.addDevice(rsu);
        demo.addDevice(radar);
        demo.apps = () ->
                List.of(new AppReport("signal-phase", Status.of(State.OK, clock.now()), null, new TreeMap<>(app)));
        demo.gate = new FakeGate();
        demo.latency = new FakeLatency();
        return demo;
    }

    Demo demo(Class<?> configured) {
        DemoConfig config = Objects.requireNonNull(configured.getAnnotation(DemoConfig.class));
        return new Demo(config, stages, clock, exits::add, new PrintStream(printed, true, UTF_8));
    }

    void seconds(int count) {
        for (int i = 0; i < count; i++) {
            second();
        }
    }

    /** In which each radar and the simulator have 20 frames and the radio sends 10 messages. */
    void second() {
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

    String text() {
        return printed.toString(UTF_8);
    }

    String lastSecond() {
        return text().substring(text().lastIndexOf("  devices  "));
    }

    String line(String beginning) {
        return text().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse("");
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
