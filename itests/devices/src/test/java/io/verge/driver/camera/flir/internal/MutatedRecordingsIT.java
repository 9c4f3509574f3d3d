package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.DetectionFrame;
import io.verge.itests.devices.Mutations;
import org.junit.jupiter.api.Test;

/** Messages in the form of the camera, damaged 2,000 times; recordings of one there are none. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;
    private static final int MOST_TRACKS = 6;

    @Test
    void areFramesOrCountedWithTheirReason() {
        Camera camera = new Camera(FlirDecoder.Angles.UNIT_CIRCLE, Camera.SITE);
        long frames = 0;
        long detections = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            String[] tracks = new String[mutations.below(MOST_TRACKS)];
            for (int i = 0; i < tracks.length; i++) {
                tracks[i] = Camera.track(mutations.below(100_000));
            }
            for (DetectionFrame frame : camera.frames(mutations.of(Camera.octets(Camera.message(tracks))))) {
                frames++;
                detections += frame.detections().size();
            }
            assertThat(frames + camera.refused()).as("seed %d", seed).isEqualTo(seed + 1);
        }
        assertThat(camera.count("detections")).isPositive().isEqualTo(detections);
        assertThat(camera.refused()).isPositive();
    }
}
