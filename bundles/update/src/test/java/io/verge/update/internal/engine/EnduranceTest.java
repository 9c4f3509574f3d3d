package io.verge.update.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.testkit.ManualClock;
import io.verge.transfer.FetchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box is updated to and fro for years, on a real disk. */
final class EnduranceTest {
    private static final int UPDATES = 300;
    private static final int WARM = 120;

    private final Path state;
    private final ManualClock clock = ManualClock.leaping();
    private final Publisher publisher = new Publisher(clock.now());
    private final Disk disk = new LocalDisk();

    EnduranceTest(@TempDir Path state) {
        this.state = state;
    }

    /** @param files and folders */
    private record Use(long files, long octets) {}

    private Use use() throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            List<Path> files = all.toList();
            long octets = 0;
            for (Path file : files) {
                octets += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            return new Use(files.size(), octets);
        }
    }

    private Engine engine(FakeLiveSet live) {
        EngineSettings settings = new EngineSettings(
                "box-1", "0.1.0", Set.of(), Window.always(), Duration.ofSeconds(10), 1, Duration.ZERO, 0, 0);
        return new Engine(
                new EngineParts(
                        disk,
                        state,
                        publisher.anchor(),
                        clock,
                        new Random(5),
                        new Generations(disk, state),
                        live,
                        new FakeVitals(live),
                        new Quiet(),
                        new OnlyOne(publisher),
                        Optional::empty,
                        entry -> {},
                        FetchRules.DEFAULT),
                settings);
    }

    @Test
    void theDiskDoesNotFill() throws Exception {
        publisher.release("r2", World.RADAR_2);
        publisher.release("r3", World.RADAR_3);
        publisher.bundle(World.RADAR_3, Map.of("counter", 1L));
        FakeLiveSet live = new FakeLiveSet(disk, state, state, Map.of());
        live.start(Generation.SHIPPED, "");
        Engine engine = engine(live);
        Use warm = new Use(0, 0);
        for (int i = 1; i <= UPDATES; i++) {
            engine.apply(new UpdateWish("w" + i, "r" + (2 + i % 2), "", "tester", null, false));
            do {
                clock.advance(engine.advance());
            } while (engine.report().now() != null);
            assertThat(engine.history().get(0).phase()).isEqualTo(Phase.COMMITTED);
            assertThat(engine.history().get(0).code()).isEmpty();
            if (i == WARM) {
                warm = use();
            }
        }

        Use end = use();

        assertThat(end.files()).isEqualTo(warm.files());
        assertThat(end.octets()).isCloseTo(warm.octets(), org.assertj.core.data.Offset.offset(2_000L));
        assertThat(new Generations(disk, state).list()).hasSize(2);
    }

    private static final class Quiet implements Moment {
        @Override
        public Optional<String> unsafe() {
            return Optional.empty();
        }

        @Override
        public Optional<String> objection() {
            return Optional.empty();
        }
    }

    private record OnlyOne(Publisher publisher) implements Supplies {
        @Override
        public List<String> names() {
            return List.of("main");
        }

        @Override
        public Supply open(String source) throws UpdateRefusedException {
            return publisher.supply();
        }
    }
}
