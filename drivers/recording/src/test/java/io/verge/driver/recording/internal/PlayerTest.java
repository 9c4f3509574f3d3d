package io.verge.driver.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.api.time.ClockQuality;
import io.verge.testkit.DataFolder;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
    private static final long T = 1_790_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private final ManualClock clock = ManualClock.leaping();
    private final List<Observation> seen = new ArrayList<>();
    private final List<Instant> seenAt = new ArrayList<>();

    @Test
    void publishesAFrameAtItsArrivalInAReplay() throws Exception {
        clock.set(Instant.EPOCH);
        play(Lines.HEADER, Lines.radar(T, T + 9, ""), Lines.camera(T, T + 57, ""));
        assertThat(seenAt).containsExactly(Instant.ofEpochMilli(T + 9), Instant.ofEpochMilli(T + 57));
    }

    @Test
    void leavesTheTimesOfTheRecordingInAReplay() throws Exception {
        play(Lines.HEADER, Lines.radar(T, T + 9, ""));
        assertThat(seen).extracting(Observation::sensedAt).containsExactly(Instant.ofEpochMilli(T));
    }

    @Test
    void beginsNowOnALiveClock() throws Exception {
        Instant start = live();
        play(Lines.HEADER, Lines.radar(T, T + 9, ""), Lines.camera(T, T + 57, ""));
        assertThat(seenAt).containsExactly(start, start.plusMillis(48));
    }

    @Test
    void shiftsWhatWasSensedOnALiveClock() throws Exception {
        Instant start = live();
        play(Lines.HEADER, Lines.radar(T, T + 9, ""), Lines.camera(T + 10, T + 57, ""));
        assertThat(seen).extracting(Observation::sensedAt).containsExactly(start.minusMillis(9), start.plusMillis(1));
    }

    @Test
    void publishesUnderTheNameOfTheSensor() throws Exception {
        play(Lines.HEADER, Lines.radar(T, T, "[1,2,3,4]"));
        assertThat(seen).extracting(Observation::device).containsExactly("radar-ne");
    }

    @Test
    void finishesAtTheEnd() throws Exception {
        DeviceStatus status = play(Lines.HEADER, Lines.radar(T, T, "[1,2,3,4],[5,6,7,8]"));
        assertThat(status.status().state()).isEqualTo(State.FINISHED);
        assertThat(status.status().trouble()).isNull();
        assertThat(status.counters()).containsEntry("frames", 1L).containsEntry("detections", 2L);
    }

    @Test
    void playsOnBehindABadLineAndSaysWhichItWas() throws Exception {
        DeviceStatus status = play(Lines.HEADER, "{\"arrival\":oops", "[]", Lines.radar(T, T, ""));
        assertThat(seen).hasSize(1);
        assertThat(status.counters()).containsEntry("badLines", 2L);
        assertThat(trouble(status).cause()).contains("2 lines").contains("first line 2: ");
        assertThat(status.status().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void countsALineThatIsTooLong() throws Exception {
        DeviceStatus status =
                play(Lines.HEADER, " ".repeat(LineReader.MAX_LINE) + Lines.radar(T, T, ""), Lines.radar(T, T, ""));
        assertThat(status.facts()).containsEntry("badLine", "2: the line is longer than 1048576 octets");
        assertThat(seen).hasSize(1);
    }

    @Test
    void passesOverAFrameThatIsDaysAhead() throws Exception {
        long days = Duration.ofDays(40).toMillis();
        DeviceStatus status = play(
                Lines.HEADER, Lines.radar(T, T, ""), Lines.radar(T + days, T + days, ""), Lines.radar(T, T + 1, ""));
        assertThat(seen).hasSize(2);
        assertThat(status.counters()).containsEntry("badLines", 1L);
    }

    @Test
    void countsFramesThatAreOutOfOrder() throws Exception {
        DeviceStatus status = play(Lines.HEADER, Lines.radar(T, T + 9, ""), Lines.radar(T, T + 8, ""));
        assertThat(seen).hasSize(2);
        assertThat(status.counters()).containsEntry("outOfOrder", 1L);
    }

    @Test
    void failsOnABadHeaderWithFileLineKeyAndWhatWasExpected() throws Exception {
        DeviceStatus status = play(Lines.HEADER.replace("\"radar\"", "\"sonar\""), Lines.radar(T, T, ""));
        assertThat(status.status().state()).isEqualTo(State.FAILED);
        assertThat(trouble(status).cause())
                .isEqualTo(folder.resolve("x.jsonl")
                        + " line 1: sensors[0].kind is 'sonar', expected 'radar' or 'camera'");
    }

    @Test
    void failsOnAnEmptyFile() throws Exception {
        assertThat(trouble(play()).code()).isEqualTo("bad-header");
    }

    @Test
    void failsWhenThereIsNoFile() {
        Player player = player(folder.resolve("absent.jsonl"), false);
        player.run();
        assertThat(player.status().status().state()).isEqualTo(State.FAILED);
        assertThat(trouble(player.status()).cause()).contains("absent.jsonl does not exist");
    }

    @Test
    void failsWhenThePackedFileIsCutOff() throws Exception {
        Path whole = DataFolder.file("trajectories/x4-a.jsonl.gz");
        Path cut = folder.resolve("cut.jsonl.gz");
        byte[] octets = Files.readAllBytes(whole);
        Files.write(cut, Arrays.copyOf(octets, octets.length / 2));
        Player player = player(cut, false);
        player.run();
        assertThat(player.status().status().state()).isEqualTo(State.FAILED);
        assertThat(trouble(player.status()).cause()).contains("cannot be read on after");
        assertThat(seen).hasSizeGreaterThan(3_000);
    }

    @Test
    void doesNotRepeatInAReplay() throws Exception {
        Player player = player(write(Lines.HEADER, Lines.radar(T, T, "")), true);
        player.run();
        assertThat(seen).hasSize(1);
    }

    @Test
    void repeatsOnALiveClockUntilItIsClosed() throws Exception {
        Instant start = live();
        Path file = write(Lines.HEADER, Lines.radar(T, T, ""), Lines.radar(T, T + 100, ""));
        List<Player> players = new ArrayList<>();
        Player player = new Player(
                file.toString(),
                true,
                () -> new OpenFiles().file(file),
                frame -> {
                    seen.add(frame);
                    if (seen.size() == 5) {
                        players.get(0).close();
                    }
                },
                clock);
        players.add(player);
        player.run();
        assertThat(seen).hasSize(5);
        assertThat(seen.get(4).sensedAt()).isEqualTo(start.plusMillis(200));
        assertThat(player.status().status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void doesNotRepeatWhatHasNoFrames() throws Exception {
        live();
        Player player = player(write(Lines.HEADER, "no frame"), true);
        player.run();
        assertThat(player.status().status().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void playsNothingOnceClosed() throws Exception {
        Player player = player(write(Lines.HEADER, Lines.radar(T, T, "")), false);
        player.close();
        player.run();
        assertThat(seen).isEmpty();
        assertThat(player.status().status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void playsARecordingOfTwoMinutes() throws Exception {
        clock.set(Instant.EPOCH);
        Player player = player(DataFolder.file("trajectories/x4-a.jsonl.gz"), false);
        player.run();
        assertThat(player.status().counters()).containsEntry("frames", 7_124L).containsEntry("badLines", 0L);
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(1_790_000_119_982L));
        assertThat(player.status().counters())
                .containsEntry(
                        "detections",
                        seen.stream()
                                .mapToLong(each ->
                                        ((DetectionFrame) each).detections().size())
                                .sum());
    }

    private Instant live() {
        clock.quality(new ClockQuality(ClockQuality.Source.NTP, Duration.ofMillis(1)));
        return clock.now();
    }

    private DeviceStatus play(String... lines) throws IOException {
        Player player = player(write(lines), false);
        player.run();
        return player.status();
    }

    private Player player(Path file, boolean repeat) {
        return new Player(file.toString(), repeat, () -> new OpenFiles().file(file), this::see, clock);
    }

    private void see(Observation observation) {
        seen.add(observation);
        seenAt.add(clock.now());
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("x.jsonl"), List.of(lines));
    }

    private static Trouble trouble(DeviceStatus status) {
        return Objects.requireNonNull(status.status().trouble());
    }
}
