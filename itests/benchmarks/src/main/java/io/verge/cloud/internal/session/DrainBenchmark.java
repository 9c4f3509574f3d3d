package io.verge.cloud.internal.session;

import io.verge.api.outbox.Outlet;
import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import io.verge.cloud.internal.mqtt.PahoPort;
import io.verge.outbox.internal.FullOutbox;
import io.verge.testkit.Defaults;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A backlog of 300-octet records drained to Mosquitto on loopback, from the dial to the confirmation of the last record. The time
 * is that of one record: 50 µs are 20,000 a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@NullUnmarked // JMH sets the fields
public class DrainBenchmark {
    private static final int RECORDS = 200_000;

    /** Of the link for the backlog: the default, and all of it. */
    @Param({"0.5", "1.0"})
    public double share;

    /** Whether it is compressed: chosen by what the link is like, or always. */
    @Param({"auto", "always"})
    public String compression;

    /** Where the records are: in memory, or in the outbox's file. */
    @Param({"memory", "outbox"})
    public String place;

    private LocalBroker broker;
    private Engine engine;
    private CountedOutlet outlet;
    private FullOutbox outbox;

    @Setup(Level.Trial)
    public void startBroker() throws IOException, InterruptedException {
        broker = new LocalBroker();
    }

    @Setup(Level.Iteration)
    public void fill() throws IOException, InterruptedException {
        Clock clock = new MachineClock();
        Notes notes = new NoNotes();
        Object[] given = {
            "broker",
            "mqtt://127.0.0.1:" + broker.port(),
            "spread",
            0,
            "backlogSpread",
            0,
            "share",
            share,
            "compression",
            compression
        };
        Greeting greeting = new Greeting(
                new Connections(notes), new TrustedTime(notes, clock, Instant.EPOCH), "run", "0", () -> "", () -> "{}");
        CloudSettings settings = CloudSettings.of(Defaults.of(CloudConfig.class, given), "bench", "box");
        outlet = new CountedOutlet(outlet(), RECORDS);
        engine = new Engine(clock, new SplittableRandom(1), PahoPort::new, greeting, List::of, settings);
        engine.drain(outlet);
    }

    private Outlet outlet() throws IOException, InterruptedException {
        if (place.equals("memory")) {
            return new FullOutlet(RECORDS);
        }
        outbox = new FullOutbox(RECORDS, FullOutlet.CONTENT.array());
        return outbox.outlet();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public boolean drain() throws InterruptedException {
        engine.start();
        return outlet.left.await(5, TimeUnit.MINUTES);
    }

    @TearDown(Level.Iteration)
    public void stop() throws IOException {
        if (outlet.left.getCount() != 0) {
            throw new IllegalStateException(outlet.left.getCount() + " records are left: " + engine.report());
        }
        engine.close();
        if (outbox != null) {
            outbox.close();
            outbox = null;
        }
    }

    @TearDown(Level.Trial)
    public void stopBroker() throws InterruptedException {
        broker.close();
    }

    /** Nothing is kept. */
    private static final class NoNotes implements Notes {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public void write(String name, String text) {}
    }

    /** The machine's time. */
    private static final class MachineClock implements Clock {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public ClockQuality quality() {
            return new ClockQuality(ClockQuality.Source.SYSTEM, Duration.ofMillis(20));
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
