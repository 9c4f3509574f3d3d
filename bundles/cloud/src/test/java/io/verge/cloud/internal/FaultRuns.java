package io.verge.cloud.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.testkit.disk.DiskFaults;
import io.verge.testkit.disk.Doomed;
import io.verge.testkit.disk.PowerCut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Processes that keep something in a folder, one after the other, on a disk that fails and then loses power. The long form:
 * {@code mvn verify -pl bundles/cloud -am -Dverge.faults=500}, and other seeds with {@code -Dverge.seed=}.
 */
public final class FaultRuns {
    private static final long SEED = Long.getLong("verge.seed", 20_261_128);
    private static final int RUNS = Integer.getInteger("verge.faults", 8);
    private static final int RUNS_A_FOLDER = 5;
    private static final int OPERATIONS = 2_500;
    private static final int LONGEST_MILLIS = 600;

    private final Path work;
    private final Class<?> main;

    /** @param main started with the folder and the number of the run; says what it has done */
    public FaultRuns(Path work, Class<?> main) {
        this.work = work;
        this.main = main;
    }

    /** What must be so of one folder. */
    public interface Witness {
        /** After each run, with all that was said in it. */
        void look(Path folder, List<String> said, String when) throws Exception;
    }

    /** A folder that is used for a few runs. */
    public interface Witnesses {
        /** For a new folder. */
        Witness next();
    }

    /** Runs them all; left out where there is no layer of faults. */
    public void run(Witnesses witnesses) throws Exception {
        Path place = work.toRealPath();
        Optional<DiskFaults> faults = DiskFaults.compile(place);
        assumeTrue(faults.isPresent(), "the layer of faults needs Linux and a C compiler (cc)");
        Path folder = place;
        Witness witness = witnesses.next();
        for (int run = 1; run <= RUNS; run++) {
            if (run % RUNS_A_FOLDER == 1) {
                folder = Files.createDirectory(place.resolve("folder-" + run));
                witness = witnesses.next();
            }
            Random random = new Random(SEED + run);
            String plan = DiskFaults.plan(OPERATIONS, random);
            Path log = place.resolve("log-" + run);
            ProcessBuilder doomed = Doomed.of(main, folder, run);
            faults.orElseThrow().arm(doomed, folder, log, plan, random.nextLong());
            List<String> said = Doomed.run(doomed, LONGEST_MILLIS);
            PowerCut.apply(folder, log, random);
            PowerCut.deleteAll(log);
            witness.look(folder, said, "seed %d, run %d, %s".formatted(SEED, run, plan));
        }
    }
}
