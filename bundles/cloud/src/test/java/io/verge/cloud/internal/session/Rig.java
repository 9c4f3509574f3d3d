package io.verge.cloud.internal.session;

import io.verge.api.cloud.CloudReport;
import io.verge.cloud.internal.drain.FakeOutlet;
import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A box whose uplink thread, time, disk and broker are the test. */
final class Rig {
    static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
    static final String BASE = "verge/v1/wuhan/wuhan-0417";

    final ManualClock clock = ManualClock.standing();
    final List<FakePort> ports = new ArrayList<>();
    final List<Router> routers = new ArrayList<>();
    final FakeOutlet outlet = new FakeOutlet();
    final Memory notes = new Memory();
    final Engine engine;

    /** Notes in memory. */
    static final class Memory implements Notes {
        final Map<String, String> all = new HashMap<>();
        boolean full;

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public void write(String name, String text) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            all.put(name, text);
        }
    }

    /** With this configuration beside the defaults; without spread, so that it connects at once. */
    Rig(Object... given) {
        this(new Memory(), given);
    }

    Rig(Memory kept, Object... given) {
        notes.all.putAll(kept.all);
        Greeting greeting = new Greeting(
                new Connections(notes),
                new TrustedTime(notes, clock, BUILT),
                "run-of-this-process",
                "0.1.0",
                () -> FakeOutlet.STORE,
                () -> "{\"box\":\"wuhan-0417\"}");
        engine = new Engine(
                clock,
                new SplittableRandom(5),
                listener -> {
                    FakePort port = new FakePort(listener);
                    ports.add(port);
                    return port;
                },
                greeting,
                () -> routers,
                settings(given));
        engine.drain(outlet);
    }

    static CloudSettings settings(Object... given) {
        Object[] all = Stream.concat(
                        Stream.of("broker", "mqtt://broker.example:1883", "spread", 0, "backlogSpread", 0),
                        Stream.of(given))
                .toArray();
        return CloudSettings.of(Defaults.of(CloudConfig.class, all), "wuhan", "wuhan-0417");
    }

    /** Begins to connect. */
    Rig start() {
        engine.startStepping();
        step();
        return this;
    }

    void step() {
        engine.step();
    }

    /** Lets time pass, and the uplink do what falls due meanwhile. */
    void pass(Duration time) {
        long left = time.toNanos();
        while (left > 0) {
            long next = Math.min(left, Math.max(1_000_000, engine.session().due()));
            clock.advance(Duration.ofNanos(next));
            left -= next;
            step();
        }
    }

    /** The client of the newest connection. */
    FakePort port() {
        return ports.get(ports.size() - 1);
    }

    /** The broker accepts, and acknowledges the box's greeting. */
    FakePort online() {
        FakePort port = port();
        port.accept();
        step();
        port.grant();
        step();
        return port;
    }

    /** Lets time pass until the next connection is dialled. */
    Duration untilNext() {
        int before = ports.size();
        Instant from = clock.now();
        while (ports.size() == before) {
            pass(Duration.ofNanos(Math.max(1, engine.session().due())));
        }
        return Duration.between(from, clock.now());
    }

    CloudReport report() {
        return engine.report();
    }

    String code() {
        var trouble = report().status().trouble();
        return trouble == null ? "" : trouble.code();
    }
}
