package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed (SIGKILL) again and again at random points, and looked after each time. The long form:
 * {@code mvn verify -pl bundles/outbox -am -Dverge.kills=1000}, and other points with {@code -Dverge.seed=}.
 */
class CrashIT {
    private static final long SEED = Long.getLong("verge.seed", 20_261_128);
    private static final int LONGEST_MILLIS = 700;

    @Test
    void nothingDurableIsLostByKilling(@TempDir Path state) throws Exception {
        int kills = Integer.getInteger("verge.kills", 8);
        Random random = new Random(SEED);
        Witness witness = new Witness(state);
        for (int kill = 1; kill <= kills; kill++) {
            witness.watch(witness.victim(kill), random.nextInt(LONGEST_MILLIS));
            witness.lookAfter("seed " + SEED + ", kill " + kill);
        }
        assertThat(witness.durable()).isGreaterThan(kills);
    }
}
