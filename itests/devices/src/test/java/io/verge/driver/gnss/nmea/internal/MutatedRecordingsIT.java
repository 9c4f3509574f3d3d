package io.verge.driver.gnss.nmea.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.itests.devices.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences in the form of a receiver, damaged 2,000 times; recordings of one there are none. */
class MutatedRecordingsIT {
    private static final int TRIALS = 2_000;
    private static final List<String> SENTENCES = List.of(Receiver.TIME, Receiver.FIX, Receiver.OTHER);

    @Test
    void loseNothingButWhatWasHit() {
        for (int seed = 0; seed < TRIALS; seed++) {
            Mutations mutations = new Mutations(seed);
            Receiver receiver = new Receiver();
            long starts = 0;
            long whole = 0;
            for (int i = 0; i < 10; i++) {
                byte[] sentence = Receiver.octets(SENTENCES.get(i % SENTENCES.size()));
                boolean hit = mutations.below(3) == 0;
                byte[] sent = hit ? mutations.of(sentence) : sentence;
                starts += Receiver.starts(sent);
                whole += !hit && i % SENTENCES.size() == 1 ? 1 : 0;
                receiver.take(sent);
            }
            assertThat(receiver.fixes.size()).as("seed %d", seed).isGreaterThanOrEqualTo((int) whole);
            assertThat(receiver.sentences()).as("seed %d", seed).isLessThanOrEqualTo(starts);
        }
    }
}
