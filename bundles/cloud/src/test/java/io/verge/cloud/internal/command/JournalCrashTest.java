package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.FaultyDisk;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The power goes at every operation on the disk, and what was not synced is lost or torn; then everything is asked for again. */
class JournalCrashTest {
    private static final int SEEDS = 25;
    private static final int COMMANDS = 8;

    @Test
    void whereverThePowerGoesNoCommandRunsTwice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int operation = 1; operation <= 7 * COMMANDS; operation++) {
                cut(seed, operation);
            }
        }
    }

    private static void cut(int seed, int operation) {
        FaultyDisk disk = new FaultyDisk(new Random(seed));
        CommandBox box = new CommandBox(disk);
        disk.failFrom(operation);
        askAll(box);
        disk.powerCut();
        box.start();
        disk.failFrom(1 + seed % 7);
        askAll(box);
        disk.powerCut();
        box.start();
        askAll(box);
        askAll(box);

        String where = "seed " + seed + ", operation " + operation;
        for (int i = 0; i < COMMANDS; i++) {
            assertThat(Collections.frequency(box.runs, String.valueOf(i)))
                    .as(i + ": " + where)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(box.ask("new").content("99").send()).as(where).startsWith("{\"code\":200");
    }

    private static void askAll(CommandBox box) {
        for (int i = 0; i < COMMANDS; i++) {
            box.ask("c" + i).content(String.valueOf(i)).send();
        }
    }
}
