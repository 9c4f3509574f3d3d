package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.air.Radio;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Stage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    private Path folder = Path.of("");

    private final FakeFramework framework = new FakeFramework();
    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void endsWithSuccessWhenTheRecordingIsFinished() throws Exception {
        assertThat(run("a", State.FINISHED)).isZero();
    }

    @Test
    void endsWithFailureWhenTheRecordingHasFailed() throws Exception {
        assertThat(run("a", State.FAILED)).isEqualTo(1);
    }

    @Test
    void writesWhatWasSeenAndSaid() throws Exception {
        run("a", State.FINISHED);
        assertThat(Files.readAllLines(folder.resolve("a.jsonl"))).hasSize(13);
        assertThat(Files.size(folder.resolve("a.pcap"))).isEqualTo(24 + 12 * (16 + 42 + 3));
    }

    @Test
    void givesTheSameOctetsEachTime() throws Exception {
        run("a", State.FINISHED);
        rig.close();
        rig = new Rig();
        run("b", State.FINISHED);
        assertThat(folder.resolve("b.jsonl")).hasSameBinaryContentAs(folder.resolve("a.jsonl"));
        assertThat(folder.resolve("b.pcap")).hasSameBinaryContentAs(folder.resolve("a.pcap"));
    }

    @Test
    void isNoRadioWithoutAFile() {
        Replay replay = replay("", "", "max");
        assertThat(framework.services).isEmpty();
        replay.close();
    }

    @Test
    void isNoRadioAnyMoreWhenClosed() {
        replay("", folder.resolve("a.pcap").toString(), "max").close();
        assertThat(framework.services).isEmpty();
    }

    @Test
    void endsTheProcessWhenItCannotWrite() throws Exception {
        assertThatThrownBy(() -> replay(folder.resolve("absent/a.jsonl").toString(), "", "max"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Rig.get(rig.exit)).isEqualTo(1);
    }

    @Test
    void endsTheProcessWhenTheSpeedIsNone() throws Exception {
        assertThatThrownBy(() -> replay("", "", "fast"))
                .hasRootCauseMessage("key 'speed' is 'fast', expected 'max' or a factor from 0.01 to 1000");
        assertThat(Rig.get(rig.exit)).isEqualTo(1);
    }

    /** Twelve frames, a perception that makes a scene of each frame and each tick, and a gate that speaks of each scene. */
    private int run(String name, State end) throws Exception {
        Replay replay = replay(
                folder.resolve(name + ".jsonl").toString(),
                folder.resolve(name + ".pcap").toString(),
                "max");
        Radio radio = (Radio) framework.services.get(framework.services.size() - 1);
        replay.addRecording(new Ended(end));
        Stage scene = rig.time.open("scene", 8);
        Stage air = rig.time.open("air", 8);
        scene.every(Duration.ofSeconds(1), () -> see(replay));
        rig.time.execute(() -> play(replay, radio, scene, air));
        framework.started();
        int code = Rig.get(rig.exit);
        replay.close();
        return code;
    }

    private void play(Replay replay, Radio radio, Stage scene, Stage air) {
        try {
            for (int i = 0; i < 12; i++) {
                rig.until(Rig.START.plusMillis(98L * i));
                boolean taken = scene.offer(() -> see(replay)) && air.offer(() -> speak(radio));
                assertThat(taken).isTrue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void see(Replay replay) {
        double seconds = Duration.between(Rig.START, rig.time.now()).toNanos() / 1e9;
        replay.onScene(Scenery.scene(
                rig.time.now(),
                Scenery.user(1, RoadUserType.CAR, new Position(13 * seconds, -4.2, 0), new Velocity(13, 0))));
    }

    private static void speak(Radio radio) {
        try {
            radio.send(Scenery.message("csae", 111, "001301"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Replay replay(String scenes, String messages, String speed) {
        return new Replay(new Settings(scenes, messages, speed), framework.context(), rig.time, rig.exit::complete);
    }

    private record Ended(State state) implements Device {
        @Override
        public String id() {
            return "recording";
        }

        @Override
        public DeviceStatus status() {
            return new DeviceStatus(Status.of(state, Instant.EPOCH), null, Map.of(), Map.of());
        }
    }

    @SuppressWarnings("BadAnnotationImplementation") // A record compares by value.
    private record Settings(String scenes, String messages, String speed) implements ReplayConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return ReplayConfig.class;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
