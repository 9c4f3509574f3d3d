package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.netlab.Network;
import io.verge.netlab.Profiles;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What has waited for three days drains over a rural link while an event a second goes on; the agent's session and drain in virtual time. A live
 * record's delay is counted from its making until it is at the broker. Some wait long whatever a box does: N3 is down for 78 s at worst, and behind
 * an outage a TCP waits for its next retransmission. So the same link, with the same outages, is tried without a backlog too: what the drain may cost is the difference.
 */
class WeakLinkTest {
    private static final int THREE_DAYS = 72 * 3_600;
    private static final long SECOND = 1_000_000_000L;
    /** Share of live records that may be late because of the backlog. */
    private static final double ADDED = 0.02;

    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

    private final Topics topics = new Topics("rural", "box-1");
    private ManualClock clock = ManualClock.standing();
    private Backlog backlog = new Backlog();
    private VirtualBroker broker = broker(0);
    private final Map<Long, Long> made = new HashMap<>();
    private final List<Double> delays = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void threeDaysDrainWhileWhatIsUrgentGoesOn(long seed) {
        Run draining = run(seed, THREE_DAYS, Duration.ofMinutes(60));
        Run calm = run(seed, 0, Duration.ofNanos(draining.nanos()));
        System.out.printf(
                Locale.ROOT,
                "N3, seed %d: live records without a backlog %s; with three days of it %s; drained after %.1f min%n",
                seed,
                calm,
                draining,
                draining.nanos() / 60.0 / SECOND);
        assertThat(draining.nanos())
                .as("drained")
                .isLessThanOrEqualTo(Duration.ofMinutes(30).toNanos());
        assertThat(draining.median()).as("median").isLessThanOrEqualTo(2);
        assertThat(draining.late()).as("share that took over 5 s").isLessThanOrEqualTo(calm.late() + ADDED);
    }

    /** Until the backlog is empty, or when there is none for that time; an event a second. */
    private Run run(long seed, int old, Duration most) {
        clock = ManualClock.standing();
        backlog = new Backlog();
        broker = broker(seed);
        made.clear();
        delays.clear();
        for (int i = 0; i < old; i++) {
            backlog.offer(clock.now(), true);
        }
        Engine engine = engine(seed);
        engine.startStepping();
        long nextEvent = SECOND;
        while (clock.nanoTime() < most.toNanos() && (old == 0 || backlog.waiting() > 5)) {
            long now = clock.nanoTime();
            long next = Math.min(
                    nextEvent,
                    Math.min(
                            broker.next(),
                            now + Math.max(1_000_000, engine.session().due())));
            clock.advance(Duration.ofNanos(Math.max(0, next - now)));
            if (clock.nanoTime() >= nextEvent) {
                made.put(backlog.offer(clock.now(), false), clock.nanoTime());
                nextEvent += SECOND;
            }
            broker.step();
            engine.step();
        }
        return Run.of(clock.nanoTime(), delays, engine.report().counters().getOrDefault("sessions", 0L));
    }

    private VirtualBroker broker(long seed) {
        Network network = new Network(Profiles.named("N3").orElseThrow(), seed);
        return new VirtualBroker(network, () -> clock.nanoTime(), topics.consumer("ingest"), this::arrived);
    }

    private Engine engine(long seed) {
        CloudConfig config = Defaults.of(
                CloudConfig.class,
                "broker",
                "mqtt://broker.example:1883",
                "consumer",
                "ingest",
                "compression",
                "never",
                "spread",
                0,
                "backlogSpread",
                0);
        Notes notes = new Memory();
        Greeting greeting = new Greeting(
                new Connections(notes),
                new TrustedTime(notes, clock, Instant.EPOCH),
                "run",
                "0.1.0",
                () -> Backlog.STORE,
                () -> "{}");
        Engine engine = new Engine(
                clock,
                new SplittableRandom(seed),
                broker::open,
                greeting,
                List::of,
                CloudSettings.of(config, "rural", "box-1"));
        engine.drain(backlog);
        return engine;
    }

    /** At the broker, and so at the consumer, which says that it has them. */
    private void arrived(Outbound message) {
        if (!message.topic().contains("/record/")) {
            return;
        }
        String text = StandardCharsets.UTF_8.decode(message.content()).toString();
        Matcher records = SEQUENCE.matcher(text);
        StringBuilder sequences = new StringBuilder();
        while (records.find()) {
            long number = Long.parseLong(records.group(1));
            sequences
                    .append(sequences.length() == 0 ? "" : ",")
                    .append('[')
                    .append(number)
                    .append(',')
                    .append(number)
                    .append(']');
            Long since = made.remove(number);
            if (since != null) {
                delays.add((clock.nanoTime() - since) / 1e9);
            }
        }
        broker.say(
                topics.ack(),
                "{\"consumer\":\"ingest\",\"store\":\"" + Backlog.STORE
                        + "\",\"records\":[{\"lane\":\"critical\",\"stream\":\"events\",\"sequences\":[" + sequences
                        + "]}]}");
    }

    /**
     * What came of a run.
     *
     * @param late share of live records that took over 5 s
     */
    private record Run(
            long nanos, double median, double p95, double p99, double worst, double late, int count, long sessions) {
        static Run of(long nanos, List<Double> delays, long sessions) {
            List<Double> sorted = delays.stream().sorted().toList();
            int n = sorted.size();
            double late = (double) sorted.stream().filter(delay -> delay > 5).count() / n;
            return new Run(
                    nanos,
                    sorted.get(n / 2),
                    sorted.get((int) Math.ceil(n * .95) - 1),
                    sorted.get((int) Math.ceil(n * .99) - 1),
                    sorted.get(n - 1),
                    late,
                    n,
                    sessions);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "median %.2f s, 95 %% %.1f s, 99 %% %.1f s, worst %.0f s, %.1f %% over 5 s (of %d, %d sessions)",
                    median,
                    p95,
                    p99,
                    worst,
                    100 * late,
                    count,
                    sessions);
        }
    }

    /** Notes in memory. */
    private static final class Memory implements Notes {
        private final Map<String, String> all = new HashMap<>();

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public void write(String name, String text) {
            all.put(name, text);
        }
    }
}
