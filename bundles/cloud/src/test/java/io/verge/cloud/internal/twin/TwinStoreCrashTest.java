package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.testkit.FaultyDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The power goes at every operation on the disk, and what was not synced is lost or torn. */
class TwinStoreCrashTest {
    private static final int SEEDS = 12;
    private static final Path UNREADABLE = Path.of("/state/twin.json.unreadable");

    @Test
    void whereverThePowerGoesTheStoreIsReadableAndNoReportedVersionGoesBack() {
        for (int seed = 0; seed < SEEDS; seed++) {
            int operations = operations(seed);
            assertThat(operations).isGreaterThan(40);
            for (int operation = 1; operation <= operations; operation++) {
                cut(seed, operation);
            }
        }
    }

    /** How many there are when none fails. */
    private static int operations(int seed) {
        FaultyDisk disk = new FaultyDisk(new Random(seed));
        TwinBox box = new TwinBox(disk);
        box.twin.began(true);
        disk.failAt(Integer.MAX_VALUE);
        live(box, seed);
        return disk.operations();
    }

    private static void cut(int seed, int operation) {
        FaultyDisk disk = new FaultyDisk(new Random(seed));
        TwinBox box = new TwinBox(disk);
        box.twin.began(true);
        disk.failFrom(operation);
        live(box, seed);
        long told = newestTold(box);
        long kept = box.report().applied();

        disk.powerCut();
        box.told.clear();
        box.start();
        box.twin.began(true);
        box.passes(Duration.ofSeconds(31));

        String where = "seed " + seed + ", operation " + operation;
        assertThat(disk.has(UNREADABLE)).as("unreadable: " + where).isFalse();
        assertThat(newestTold(box)).as("reported: " + where).isGreaterThanOrEqualTo(told);
        box.settled(99, "{'apps':{'sensor-sharing':{'rate':99}}}");
        assertThat(box.report().applied()).as("goes on: " + where).isEqualTo(99);
        assertThat(kept).isLessThanOrEqualTo(13);
    }

    /** A document that is kept, one that is taken back, and a hold. */
    private static void live(TwinBox box, int seed) {
        box.settled(11 + seed % 2, "{'apps':{'sensor-sharing':{'rate':20}}}");
        box.desired(1, 13, "{'apps':{'sensor-sharing':{'rate':30}}}");
        if (seed % 3 == 0) {
            box.is("apps.sensor-sharing", State.FAILED);
        }
        box.passes(Duration.ofSeconds(31));
        box.is("apps.sensor-sharing", State.OK);
        if (box.report().status().works()) {
            box.twin.hold("apps.signal-phase", Duration.ofHours(1), "tests");
        }
    }

    private static long newestTold(TwinBox box) {
        return box.told.stream()
                .mapToLong(message -> TwinBox.number(message, "version"))
                .max()
                .orElse(0);
    }

    @Test
    void whatWasKeptIsKeptAfterThePowerHasGone() {
        for (int seed = 0; seed < SEEDS; seed++) {
            FaultyDisk disk = new FaultyDisk(new Random(seed));
            TwinBox box = new TwinBox(disk);
            box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
            disk.powerCut();
            box.start();

            assertThat(box.report().applied()).isEqualTo(12);
        }
    }

    @Test
    void aFileThatHasRottedIsSetAsideAndTheBoxGoesOnWithItsProfile() {
        FaultyDisk disk = new FaultyDisk(new Random(1));
        TwinBox box = new TwinBox(disk);
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        disk.rot(TwinBox.FILE, 200);
        box.start();

        assertThat(disk.has(UNREADABLE)).isTrue();
        assertThat(box.inForce("apps.sensor-sharing.rate")).hasToString("20");
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void aFileThatCannotBeReadForAWhileIsNotWrittenOver() {
        FaultyDisk disk = new FaultyDisk(new Random(1));
        TwinBox box = new TwinBox(disk);
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        disk.unreadable(true);
        box.start();
        assertThat(box.trouble().code()).isEqualTo("not-stored");
        box.desired(1, 11, "{'apps':{'sensor-sharing':{'rate':15}}}");
        box.passes(Duration.ofSeconds(31));
        disk.unreadable(false);
        box.passes(Duration.ofSeconds(31));

        assertThat(box.report().status().state()).isEqualTo(State.OK);
        assertThat(box.report().applied()).as("11 is older").isEqualTo(12);
        assertThat(box.inForce("apps.sensor-sharing.rate")).hasToString("20");
    }
}
