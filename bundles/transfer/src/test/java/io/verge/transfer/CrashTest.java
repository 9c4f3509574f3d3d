package io.verge.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The process ends, the disk fails or the power goes at each operation of the disk: the file comes all the same, and right. */
class CrashTest {
    private static final Path FOLDER = Path.of("/var/downloads");
    private static final int PIECE = 4_096;

    private final ManualClock clock = ManualClock.leaping();
    private final byte[] file = Sources.noise(20_000, 3);
    private final Download download = Sources.download(file, PIECE);

    private Fetched fetch(FaultyDisk disk, int seed) throws IOException, InterruptedException {
        Terms terms = Terms.until(clock.now().plus(Duration.ofDays(7)));
        return new Fetcher(disk, clock, new Random(seed), FetchRules.DEFAULT)
                .fetch(download, Sources.breaking(file, 9_000, new Random(seed)), FOLDER, terms);
    }

    private int operations() throws IOException, InterruptedException {
        FaultyDisk disk = new FaultyDisk(new Random(1));
        Fetched unused = fetch(disk, 1);
        return disk.operations();
    }

    private void assertRight(Fetched fetched, int k) throws IOException {
        try (InputStream in = fetched.open()) {
            assertThat(in.readAllBytes()).as("after operation %d", k).isEqualTo(file);
        }
    }

    @Test
    void thePowerGoesAtEachOperation() throws Exception {
        int operations = operations();
        assertThat(operations).isGreaterThan(30);
        for (int k = 1; k <= operations; k++) {
            FaultyDisk disk = new FaultyDisk(new Random(k));
            disk.stopAt(k);
            assertThatThrownBy(() -> fetch(disk, 1)).isInstanceOf(FaultyDisk.Stopped.class);
            disk.powerCut();
            assertRight(fetch(disk, 1), k);
        }
    }

    @Test
    void theProcessEndsAtEachOperationAndWhatIsThereIsUsed() throws Exception {
        int operations = operations();
        for (int k = 1; k <= operations; k++) {
            FaultyDisk disk = new FaultyDisk(new Random(k));
            disk.stopAt(k);
            assertThatThrownBy(() -> fetch(disk, 1)).isInstanceOf(FaultyDisk.Stopped.class);
            disk.restart();
            Fetched fetched = fetch(disk, 1);
            assertRight(fetched, k);
            assertThat(fetched.receipt().corrupt()).as("after operation %d", k).isZero();
            assertThat(fetched.receipt().received())
                    .isLessThanOrEqualTo(fetched.receipt().missing());
        }
    }

    @Test
    void theDiskFailsAtEachOperation() throws Exception {
        int operations = operations();
        for (int k = 1; k <= operations; k++) {
            FaultyDisk disk = new FaultyDisk(new Random(k));
            disk.failAt(k);
            assertThatThrownBy(() -> fetch(disk, 1)).isInstanceOf(IOException.class);
            assertRight(fetch(disk, 1), k);
        }
    }

    @Test
    void thePowerGoesAgainAndAgain() throws Exception {
        Random random = new Random(11);
        FaultyDisk disk = new FaultyDisk(random);
        for (int cut = 0; cut < 200; cut++) {
            disk.stopAt(1 + random.nextInt(25));
            try {
                assertRight(fetch(disk, cut), cut);
                fetch(disk, cut).discard();
            } catch (FaultyDisk.Stopped e) {
                disk.powerCut();
            }
        }
        disk.restart();
        assertRight(fetch(disk, 1), 200);
    }
}
