package io.verge.driver.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Sensor;
import io.verge.api.time.Stamps;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Plausible;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A recording. Whatever stands in it: a line is read, or refused with a reason of one line; what is read is plausible and no
 * more than the line has room for. A good line behind bad ones is read as if it came alone.
 */
class RecordingFuzzIT {
    private static final JsonFactory JSON = JsonLine.factory();
    private static final int LONGEST_REASON = 201;
    private static final int LEAST_SENSOR = 80;

    static Stream<Arguments> header() {
        return new Seeds()
                        .add(Lines.octets(Lines.HEADER))
                        .add(List.of(
                                "{\"format\":\"verge-recording/1\",\"origin\":{\"latitude\":1e999,\"longitude\":0},\"sensors\":[]}",
                                "{\"format\":\"verge-recording/2\"}",
                                "{\"sensors\":[{\"id\":\" \",\"kind\":\"lidar\",\"sigma\":{}}]}"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void header(byte[] input) {
        try {
            RecordingHeader header = HeaderReader.read(JSON, input, input.length);
            assertThat(header.sensors()).hasSizeBetween(1, 1 + input.length / LEAST_SENSOR);
            header.sensors().forEach(RecordingFuzzIT::assertSound);
        } catch (BadLineException e) {
            assertReason(e);
        }
    }

    private static void assertSound(String id, Sensor sensor) {
        assertThat(sensor.id()).isEqualTo(id).isNotBlank();
        assertThat(sensor.fieldOfView()).isBetween(1e-3, 360.0);
        assertThat(sensor.range()).isBetween(1e-3, 10_000.0);
        assertThat(sensor.mount().position().east()).isBetween(-100_000.0, 100_000.0);
        assertThat(sensor.mount().position().north()).isBetween(-100_000.0, 100_000.0);
        assertThat(sensor.mount().azimuth()).isBetween(0.0, 360.0);
    }

    private static void assertReason(BadLineException e) {
        assertThat(e.getMessage()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_REASON);
    }

    static Stream<Arguments> lines() throws IOException {
        Seeds seeds = new Seeds()
                .add(Pieces.lengths(), Lines.octets(Lines.RADAR, Lines.CAMERA))
                .add(Pieces.lengths(9, 80), Lines.octets("{\"arrival\":oops\n", "\r\n", "[]\n", Lines.CAMERA))
                .add(Pieces.lengths(), Lines.octets("{\"time\":1e12,\"detections\":[[],[1,2,3,4,5]]}"))
                .add(Pieces.lengths(1), Lines.octets("\n\n \t\n{"));
        for (byte[] line : Recorded.lines(3)) {
            seeds.add(Pieces.lengths(255), line);
        }
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void lines(byte[] input) throws Exception {
        byte[] good = Lines.octets(Lines.CAMERA);
        FrameReader frames = new FrameReader(JSON, sensors());
        RecordedFrame alone = frames.read(good, good.length);
        LineReader lines = new LineReader(Lines.file(Pieces.of(input)), octets -> {});
        while (lines.next()) {
            assertThat(lines.length()).isLessThanOrEqualTo(Pieces.whole(input).length);
            read(frames, lines);
        }
        assertThat(lines.number()).isEqualTo(count(Pieces.whole(input)));
        assertThat(frames.read(good, good.length)).isEqualTo(alone);
    }

    private static void read(FrameReader frames, LineReader lines) {
        try {
            RecordedFrame frame = frames.read(lines.line(), lines.length());
            assertThat(lines.blank()).isFalse();
            assertThat(frame.detections()).hasSizeLessThanOrEqualTo(lines.length() / 2);
            Plausible.check(new DetectionFrame(frame.sensor(), frame.time(), Stamps.NONE, -1, frame.detections()));
        } catch (BadLineException e) {
            assertReason(e);
        }
    }

    /** The last line need not end with a line feed. */
    private static long count(byte[] octets) {
        long count = 0;
        for (byte octet : octets) {
            count += octet == '\n' ? 1 : 0;
        }
        return octets.length == 0 || octets[octets.length - 1] == '\n' ? count : count + 1;
    }

    private static Map<String, Sensor> sensors() throws BadLineException {
        byte[] header = Lines.octets(Lines.HEADER);
        return HeaderReader.read(JSON, header, header.length).sensors();
    }
}
