package io.verge.update.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.generation.Boot;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import io.verge.generation.Start;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import io.verge.transfer.FetchRules;
import io.verge.transfer.pack.Zstd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A box, the repository that it looks at, and time, which moves when the engine waits. */
final class World {
    static final Path STATE = Path.of("/var/lib/verge");
    static final Path INSTALLATION = Path.of("/opt/verge");
    static final TestBundle RADAR = TestBundle.of("io.verge.driver.radar", "1.0.0");
    static final TestBundle CAMERA = TestBundle.of("io.verge.driver.camera", "1.0.0");
    static final TestBundle PERCEPTION = TestBundle.of("io.verge.perception", "1.0.0");
    static final TestBundle RADAR_2 = TestBundle.of("io.verge.driver.radar", "2.0.0");
    static final TestBundle RADAR_3 = TestBundle.of("io.verge.driver.radar", "3.0.0");
    static final TestBundle PERCEPTION_2 = TestBundle.of("io.verge.perception", "2.0.0");

    private static final Map<String, TestBundle> SHIPPED =
            Map.of(RADAR.name(), RADAR, CAMERA.name(), CAMERA, PERCEPTION.name(), PERCEPTION);
    private static final int MOST_STEPS = 100_000;

    final ManualClock clock = ManualClock.leaping();
    final Publisher publisher;
    final FaultyDisk disk;
    final FakeLiveSet live;
    final FakeVitals vitals;
    /** Phases since the beginning, none twice in a row. */
    final List<Phase> phases = new ArrayList<>();
    /** All that was said. */
    final List<UpdateEntry> told = new ArrayList<>();
    /** Releases that do not start as a process. */
    final Set<String> failingStarts = new HashSet<>();

    EngineSettings settings = new EngineSettings(
            "box-1",
            "0.1.0",
            Set.of("wuhan"),
            Window.always(),
            Duration.ofMinutes(5),
            1,
            Duration.ofMinutes(30),
            1_000,
            0);

    @Nullable
    Anchor anchor;

    Optional<Zstd> zstd = Optional.empty();
    Optional<String> unsafe = Optional.empty();
    Optional<String> objection = Optional.empty();
    Engine engine;
    /** Hears what is told as well. */
    Consumer<UpdateEntry> onTold = entry -> {};

    private int wishes;

    World() {
        this(1);
    }

    World(long seed) {
        this(seed, Optional.empty(), Map.of());
    }

    /** Another box that is as this one is now, before the same repository. */
    World twin(long seed) {
        Map<Path, byte[]> files = new HashMap<>();
        collect(STATE, files);
        World twin = new World(seed, Optional.of(publisher), files);
        twin.vitals.harmful.addAll(vitals.harmful);
        twin.clock.set(clock.now());
        twin.wishes = wishes;
        return twin;
    }

    private void collect(Path folder, Map<Path, byte[]> files) {
        try {
            for (Path one : disk.list(folder)) {
                if (disk.has(one)) {
                    files.put(one, disk.read(one, 1 << 24));
                } else {
                    collect(one, files);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private World(long seed, Optional<Publisher> other, Map<Path, byte[]> files) {
        publisher = other.orElseGet(() -> new Publisher(clock.now()));
        anchor = publisher.anchor();
        disk = new FaultyDisk(new Random(seed));
        files.forEach(disk::plant);
        live = new FakeLiveSet(disk, STATE, INSTALLATION, SHIPPED);
        vitals = new FakeVitals(live);
        SHIPPED.values().forEach(one -> disk.plant(INSTALLATION.resolve(one.name() + ".jar"), one.jar()));
        disk.plant(STATE.resolve("mark"), new byte[1]);
        boot();
    }

    Generations generations() {
        return new Generations(disk, STATE);
    }

    /** The process starts, as the launcher would let it. */
    void boot() {
        Boot boot = new Boot(disk, STATE, () -> {});
        Start.OfSet start = (Start.OfSet) boot.next("", clock.now());
        while (failingStarts.contains(start.generation().release())) {
            Start.OfSet failed = start;
            note(() -> boot.failed(failed, "radar threw"));
            clock.advance(Duration.ofSeconds(3));
            start = (Start.OfSet) boot.next("", clock.now());
        }
        live.start(start.generation(), start.why());
        Start.OfSet started = start;
        note(() -> boot.healthy(started));
        engine = new Engine(parts(), settings);
    }

    private interface Note {
        void write() throws IOException;
    }

    /** The launcher goes on when it cannot write down how a start went. */
    private static void note(Note note) {
        try {
            note.write();
        } catch (IOException e) {
            // Then the start counts once more.
        }
    }

    private EngineParts parts() {
        return new EngineParts(
                disk,
                STATE,
                anchor,
                clock,
                new Random(5),
                generations(),
                live,
                vitals,
                new Road(),
                new Shelf(),
                () -> zstd,
                this::hear,
                FetchRules.DEFAULT);
    }

    private void hear(UpdateEntry entry) {
        told.add(entry);
        if (phases.isEmpty() || phases.get(phases.size() - 1) != entry.phase()) {
            phases.add(entry.phase());
        }
        onTold.accept(entry);
    }

    private final class Road implements Moment {
        @Override
        public Optional<String> unsafe() {
            return unsafe;
        }

        @Override
        public Optional<String> objection() {
            return objection;
        }
    }

    private final class Shelf implements Supplies {
        @Override
        public List<String> names() {
            return List.of("main");
        }

        @Override
        public Supply open(String source) throws UpdateRefusedException {
            if (!source.isEmpty() && !source.equals("main")) {
                throw new UpdateRefusedException("no-such-source", "there is no source " + source);
            }
            return publisher.supply();
        }
    }

    void settings(UnaryOperator<EngineSettings> change) {
        settings = change.apply(settings);
        boot();
    }

    UpdateWish wish(String release) {
        return new UpdateWish("w" + ++wishes, release, "", "tester", null, false);
    }

    static UpdateWish forced(UpdateWish wish) {
        return new UpdateWish(wish.id(), wish.release(), wish.source(), wish.by(), wish.expires(), true);
    }

    static UpdateWish until(UpdateWish wish, Instant end) {
        return new UpdateWish(wish.id(), wish.release(), wish.source(), wish.by(), end, wish.forced());
    }

    UpdateEntry apply(String release) {
        return apply(wish(release));
    }

    UpdateEntry apply(UpdateWish wish) {
        try {
            return engine.apply(wish);
        } catch (UpdateRefusedException e) {
            throw new AssertionError(e.code() + ": " + e.getMessage(), e);
        }
    }

    /** One step, and the time that the engine waits after it. */
    void step() {
        try {
            if (isAboutToRestart()) {
                clock.advance(Duration.ofSeconds(4));
                boot();
            }
            Duration wait = engine.advance();
            clock.advance(isAboutToRestart() ? Duration.ZERO : wait);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the process was asked to end, which it does before the next step. */
    boolean isAboutToRestart() {
        return !live.restarting.isEmpty();
    }

    /** Until it is in a phase. */
    void runTo(Phase phase) {
        for (int i = 0; i < MOST_STEPS; i++) {
            UpdateEntry now = engine.report().now();
            if (now != null && now.phase() == phase) {
                return;
            }
            step();
            assertThat(isIdle()).as("it ended before %s: %s", phase, phases).isFalse();
        }
        throw new AssertionError("it never came to " + phase);
    }

    /** Whether the engine has begun, and has nothing to do. */
    boolean isIdle() {
        UpdateReport report = engine.report();
        return report.now() == null && report.status().state() != State.STARTING;
    }

    /** Until nothing goes on any more. */
    UpdateEntry runToEnd() {
        for (int i = 0; i < MOST_STEPS; i++) {
            step();
            if (isIdle()) {
                return engine.history().get(0);
            }
        }
        throw new AssertionError("it does not end: " + engine.report().now());
    }

    /** From a wish to its end. */
    UpdateEntry update(String release) {
        apply(release);
        return runToEnd();
    }

    /** What goes on. */
    UpdateEntry now() {
        return Objects.requireNonNull(engine.report().now());
    }

    void mustBeConsistent() throws IOException {
        mustBeConsistent("at the end");
    }

    /** That what runs, what the box would start and what it would go back to are one whole set. */
    void mustBeConsistent(String where) throws IOException {
        Generation current = generations().current();
        assertThat(live.generation()).as(where).isEqualTo(current.number());
        assertThat(live.isExactly(current)).as(where).isTrue();
        assertThat(generations().good().number()).as(where).isEqualTo(current.number());
        for (SetBundle bundle : current.bundles()) {
            generations().store().verify(bundle.sha256());
        }
    }
}
