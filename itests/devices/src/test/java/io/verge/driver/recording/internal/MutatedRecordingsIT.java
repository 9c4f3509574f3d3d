package io.verge.driver.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.verge.api.observation.Observation;
import io.verge.api.status.State;
import io.verge.itests.devices.Mutations;
import io.verge.itests.devices.Pieces;
import io.verge.itests.devices.Plausible;
import io.verge.itests.devices.Seeds;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recording of a crossing, damaged 2,000 times and played to its end. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;
    private static final int RECORDED = 200;
    private static final int PLAYED = 10;

    @Test
    void areFramesOrBadLines() throws IOException {
        List<byte[]> recording = Recorded.lines(RECORDED);
        assumeThat(recording).as("a recording in the data folder").isNotEmpty();
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            int from = 1 + mutations.below(RECORDED - PLAYED);
            byte[] lines = mutations.of(
                    Seeds.join(recording.subList(from, from + PLAYED).toArray(byte[][]::new)));
            List<Observation> seen = new ArrayList<>();
            Map<String, Long> counters = play(Seeds.join(recording.get(0), lines), seen);
            seen.forEach(Plausible::check);
            assertThat(seen.size() + counters.getOrDefault("badLines", 0L))
                    .as("seed %d", seed)
                    .isEqualTo(filled(lines));
            assertThat(counters).as("seed %d", seed).containsEntry("frames", (long) seen.size());
        }
    }

    private static Map<String, Long> play(byte[] file, List<Observation> seen) {
        Pieces pieces = new Pieces(List.of(ByteBuffer.wrap(file)));
        Player player = new Player("damaged", false, () -> Lines.file(pieces), seen::add, ManualClock.leaping());
        player.run();
        assertThat(player.status().status().state()).isEqualTo(State.FINISHED);
        return player.status().counters();
    }

    /** How many lines hold more than blanks. */
    private static long filled(byte[] lines) {
        long filled = 0;
        boolean blank = true;
        for (byte octet : lines) {
            if (octet == '\n') {
                filled += blank ? 0 : 1;
                blank = true;
            } else {
                blank &= octet == ' ' || octet == '\r' || octet == '\t';
            }
        }
        return blank ? filled : filled + 1;
    }
}
