package io.verge.driver.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.observation.Observation;
import io.verge.api.status.State;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final long T = 1_790_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();

    @Test
    void playsOnAThreadOfItsOwn() throws Exception {
        Recording recording = new Recording(config(file()), new OpenFiles(), seen::add, ManualClock.leaping(), null);
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isNotNull();
        recording.close();
    }

    @Test
    void playsOnTheThreadOfAReplay() throws Exception {
        List<Runnable> lent = new ArrayList<>();
        Recording recording =
                new Recording(config(file()), new OpenFiles(), seen::add, ManualClock.leaping(), lent::add);
        assertThat(seen).isEmpty();
        lent.forEach(Runnable::run);
        assertThat(seen).hasSize(1);
        assertThat(recording.status().status().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void stopsWhileItWaitsForAFrame() throws Exception {
        ManualClock standing = ManualClock.standing();
        Recording recording = new Recording(config(file()), new OpenFiles(), seen::add, standing, null);
        standing.awaitSleepers(1);
        recording.close();
        assertThat(recording.status().status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void refusesABlankPath() {
        assertThatThrownBy(() -> new Recording(config(" "), new OpenFiles(), seen::add, ManualClock.leaping(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'file'");
    }

    private String file() throws IOException {
        return Files.write(folder.resolve("x.jsonl"), List.of(Lines.HEADER, Lines.radar(T, T, "")))
                .toString();
    }

    private static RecordingConfig config(String file) {
        return new RecordingConfig() {
            @Override
            public String id() {
                return "x4";
            }

            @Override
            public String file() {
                return file;
            }

            @Override
            public boolean repeat() {
                return false;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RecordingConfig.class;
            }

            @Override
            public boolean equals(@Nullable Object other) {
                return other == this;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        };
    }
}
