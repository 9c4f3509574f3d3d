package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.verge.itests.devices.Mutations;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets of a real controller, damaged 2,000 times each. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;

    @Test
    void areFramesOrCountedWithTheirReason() throws IOException {
        List<byte[]> packets = RecordedPackets.load();
        assumeThat(packets).as("recorded packets in the data folder").isNotEmpty();
        Controller controller = new Controller();
        long given = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            for (byte[] packet : packets) {
                controller.take(mutations.of(packet));
                given++;
                assertThat(controller.frames.size() + controller.refused())
                        .as("seed %d", seed)
                        .isEqualTo(given);
            }
        }
        assertThat(controller.frames).isNotEmpty();
        assertThat(controller.refused()).isPositive();
    }

    @Test
    void leaveThePacketBehindThemAlone() throws IOException {
        List<byte[]> packets = RecordedPackets.load();
        assumeThat(packets).as("recorded packets in the data folder").isNotEmpty();
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            byte[] packet = packets.get(mutations.below(packets.size()));
            Controller controller = new Controller().take(mutations.of(packet));
            // Twice, for it may look overtaken by the damaged one.
            controller.take(packet).take(packet);
            assertThat(controller.last())
                    .as("seed %d", seed)
                    .isEqualTo(new Controller().take(packet).last());
        }
    }
}
