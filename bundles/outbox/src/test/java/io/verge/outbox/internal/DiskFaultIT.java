package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.testkit.disk.DiskFaults;
import io.verge.testkit.disk.PowerCut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes on a disk that fails, and then the power goes: operations below SQLite end with an I/O error or for lack of room,
 * for once or for a while, and what was not synced is lost sector by sector. The long form:
 * {@code mvn verify -pl bundles/outbox -am -Dverge.faults=500}, and another seed with {@code -Dverge.seed=}.
 */
class DiskFaultIT {
    private static final long SEED = Long.getLong("verge.seed", 20_261_128);
    private static final int OPERATIONS = 6_000;
    private static final int LONGEST_MILLIS = 900;
    private static final int CONTROLS = 20;

    private final Path work;
    private DiskFaults faults;

    DiskFaultIT(@TempDir Path work) throws Exception {
        this.work = work.toRealPath();
    }

    @BeforeEach
    void compile() throws Exception {
        Optional<DiskFaults> compiled = DiskFaults.compile(work);
        assumeTrue(compiled.isPresent(), "the layer of faults needs Linux and a C compiler (cc)");
        faults = compiled.orElseThrow();
    }

    @Test
    void nothingDurableIsLostOnADiskThatFailsAndLosesPower() throws Exception {
        int runs = Integer.getInteger("verge.faults", 8);
        long durable = 0;
        Path state = work;
        Witness witness = new Witness(state);
        for (int run = 1; run <= runs; run++) {
            Random random = new Random(SEED + run);
            if (run == 1 || random.nextInt(5) == 0) { // a new file has faults of its own
                durable += witness.durable();
                state = Files.createDirectory(work.resolve("state-" + run));
                witness = new Witness(state);
            }
            String plan = DiskFaults.plan(OPERATIONS, random);
            run(witness, state, run, plan, random);
            witness.lookAfter("seed %d, run %d, %s".formatted(SEED, run, plan));
        }
        assertThat(durable + witness.durable()).isGreaterThan(runs);
    }

    /** That the layer loses anything at all. */
    @Test
    void withoutSyncingRecordsAreLost() throws Exception {
        for (int run = 1; run <= CONTROLS; run++) {
            Path state = Files.createDirectory(work.resolve("control-" + run));
            Witness witness = new Witness(state);
            run(witness, state, run, "write:150:150:cut", new Random(run), Victim.UNSYNCED);
            if (witness.durable() > 0 && isBad(witness)) {
                return;
            }
        }
        throw new AssertionError("nothing is lost although nothing is synced");
    }

    private static boolean isBad(Witness witness) {
        try {
            witness.lookAfter("not synced");
            return false;
        } catch (AssertionError | StoreException e) {
            return true;
        }
    }

    private void run(Witness witness, Path state, int run, String plan, Random random, String... more)
            throws Exception {
        Path folder = state.resolve("outbox");
        Path log = work.resolve("log-" + run);
        ProcessBuilder victim = witness.victim(run, more);
        faults.arm(victim, folder, log, plan, random.nextLong());
        witness.watch(victim, LONGEST_MILLIS);
        PowerCut.apply(folder, log, random);
        PowerCut.deleteAll(log);
        Files.deleteIfExists(folder.resolve("outbox.db-shm")); // memory, by another name
    }
}
