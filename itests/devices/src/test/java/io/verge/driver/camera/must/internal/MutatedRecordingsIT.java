package io.verge.driver.camera.must.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.itests.devices.Mutations;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Datagrams in the form of the sensor, damaged 2,000 times; recordings of one there are none. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;
    private static final int MOST_LINES = 6;
    private static final List<String> KINDS = List.of("sedan", "truck", "pickup truck", "pedestrian", "bicycle", "bus");

    @Test
    void areObjectsOrCountedWithTheirReason() {
        Camera camera = new Camera(true);
        long given = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            String[] lines = new String[1 + mutations.below(MOST_LINES)];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = Camera.line(KINDS.get(i), mutations.below(1_000), 100);
            }
            ByteBuffer datagram = ByteBuffer.wrap(mutations.of(Camera.datagram(lines)));
            given += Camera.lines(datagram);
            camera.take(datagram);
            assertThat(camera.lines()).as("seed %d", seed).isEqualTo(given);
        }
        assertThat(camera.count("detections"))
                .isPositive()
                .isEqualTo(camera.frames.stream()
                        .mapToLong(frame -> frame.detections().size())
                        .sum());
        assertThat(camera.count("badLines")).isPositive();
    }
}
