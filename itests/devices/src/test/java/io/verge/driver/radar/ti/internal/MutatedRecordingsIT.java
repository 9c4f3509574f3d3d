package io.verge.driver.radar.ti.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.DetectionFrame;
import io.verge.itests.devices.Mutations;
import io.verge.itests.devices.Seeds;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of real radars, damaged 2,000 times each. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;
    private static final int STRETCH = 8_192;

    @ParameterizedTest
    @ValueSource(strings = {"radar/ti_xwr68xx_processed_stream_2019_12_04.dat", "radar/ti_awr1843_oob_part1.bin"})
    void loseNothingButWhatWasHitAndSayWhatTheyLost(String file) throws IOException {
        byte[] recording = Files.readAllBytes(DataFolder.file(file));
        for (int seed = 0; seed < TRIALS; seed++) {
            Trial trial = new Trial(recording, new Mutations(seed));
            Radar radar = new Radar(TlvDecoder.Use.POINTS).take(trial.octets);
            assertThat(missing(trial.untouched, radar.frames))
                    .as("seed %d", seed)
                    .isEmpty();
            assertCountersExplain(radar, trial.octets, seed);
        }
    }

    /** The frames that are not among the others in their order. */
    private static List<DetectionFrame> missing(List<DetectionFrame> frames, List<DetectionFrame> others) {
        List<DetectionFrame> missing = new ArrayList<>(frames);
        for (DetectionFrame other : others) {
            if (!missing.isEmpty() && missing.get(0).equals(other)) {
                missing.remove(0);
            }
        }
        return missing;
    }

    /** Each start of a packet is one of a frame, or of a packet counted as damaged, or waits, or stands inside a frame. */
    private static void assertCountersExplain(Radar radar, byte[] octets, int seed) {
        long read = radar.frames.size() + radar.count("damaged") + (radar.waits() ? 1 : 0);
        assertThat(read).as("seed %d", seed).isLessThanOrEqualTo(Radar.starts(octets));
        if (radar.count("damaged") > 0) {
            assertThat(radar.count("resyncs")).as("seed %d", seed).isPositive();
        }
        assertThat(radar.count("detections"))
                .as("seed %d", seed)
                .isEqualTo(radar.frames.stream()
                        .mapToLong(frame -> frame.detections().size())
                        .sum());
    }

    /** A stretch of a recording of which some packets were mutated. */
    private static final class Trial {
        final byte[] octets;
        /** The frames of the good packets that were not. */
        final List<DetectionFrame> untouched = new ArrayList<>();

        Trial(byte[] recording, Mutations mutations) {
            List<byte[]> packets = packets(mutations.stretch(recording, STRETCH));
            int rarity = 1 + mutations.below(8);
            for (int i = 0; i < packets.size(); i++) {
                byte[] packet = packets.get(i);
                if (mutations.below(rarity) == 0) {
                    packets.set(i, mutations.of(packet));
                } else {
                    untouched.addAll(new Radar(TlvDecoder.Use.POINTS).take(packet).frames);
                }
            }
            octets = Seeds.join(packets.toArray(byte[][]::new));
        }

        /** From magic word to magic word; the first may be the end of a packet only. */
        private static List<byte[]> packets(byte[] octets) {
            List<byte[]> packets = new ArrayList<>();
            int from = 0;
            for (int at = 1; at <= octets.length; at++) {
                if (at == octets.length || Radar.beginsAt(octets, at)) {
                    packets.add(Arrays.copyOfRange(octets, from, at));
                    from = at;
                }
            }
            return packets;
        }
    }
}
