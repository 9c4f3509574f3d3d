package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.itests.devices.Mutations;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Published datagrams, damaged 2,000 times each. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;

    @ParameterizedTest
    @FieldSource("io.verge.driver.radio.rsu41.internal.RecordedText#FILES")
    void areMessagesOrRefusedWithAReason(String file) throws IOException {
        byte[] datagram = Files.readAllBytes(DataFolder.file(file));
        DatagramReader reader = new DatagramReader(Psids.of());
        int refused = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            byte[] mutated = new Mutations(seed).of(datagram);
            Incoming incoming = reader.read(ByteBuffer.wrap(mutated));
            Incomings.check(incoming, mutated.length);
            refused += incoming instanceof Incoming.Refused ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }
}
