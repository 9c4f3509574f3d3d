package io.verge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.FaultyDisk.Stopped;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Wherever the disk fails or the power goes: what was said to be durable is there, in order, and the chain verifies. */
class TrailFaultTest {
    private enum Fault {
        DIES,
        POWER_CUT
    }

    private static void work(TrailBox box, int from) throws IOException {
        box.start();
        for (int i = from; i < from + 6; i++) {
            box.write("a" + i, "b" + i);
        }
    }

    @Property(tries = 30)
    void whereverItEndsWhatWasDurableIsThereAndTheChainVerifies(@ForAll long seed, @ForAll Fault fault)
            throws IOException {
        for (int k = 1; k < 60; k++) {
            TrailBox box = new TrailBox(seed + k);
            work(box, 0);
            box.disk.stopAt(k);
            try {
                work(box, 6);
            } catch (Stopped e) {
                // What is left on the disk is what is looked at.
            }
            if (fault == Fault.POWER_CUT) {
                box.disk.powerCut();
            } else {
                box.disk.restart();
            }

            TrailCheck found = box.start();

            assertThat(found.breaks()).as("operation %d", k).isEmpty();
            assertThat(box.entries().subList(0, box.written.size()))
                    .as("operation %d", k)
                    .isEqualTo(box.written);
            box.write("after");
            assertThat(box.check())
                    .as("operation %d", k)
                    .returns(true, TrailCheck::intact)
                    .returns("", TrailCheck::torn);
        }
    }

    @Property(tries = 100)
    void oneCutAfterAnother(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TrailBox box = new TrailBox(seed);
        for (int round = 0; round < 10; round++) {
            box.disk.stopAt(1 + random.nextInt(40));
            try {
                work(box, round * 6);
            } catch (Stopped e) {
                // The next start shows what is left.
            }
            box.disk.powerCut();
            assertThat(box.start().breaks()).isEmpty();
            assertThat(box.entries()).containsAll(box.written);
        }
    }

    @Property(tries = 200)
    void oneRottenOctetIsFoundOrCutOffAtTheEnd(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TrailBox box = new TrailBox(seed);
        box.start();
        box.write("a", "b", "c", "d");
        String text = box.text(1);
        int length = text.length();
        int octet = random.nextInt(length);
        box.disk.rot(box.file(1), octet);

        TrailCheck check = box.check();

        // In the last line it cannot be told from half a write; the hash that the cloud was given tells.
        boolean told = !check.intact() || !check.torn().isEmpty();
        assertThat(told).as("octet %d of %d", octet, length).isTrue();
        box.start();
        box.write("e");
        // The end of a line that has rotten makes one unreadable line of two.
        int linesTaken = text.charAt(octet) == '\n' ? 2 : 1;
        assertThat(box.trail.last()).as("octet %d of %d", octet, length).isGreaterThanOrEqualTo(5 - linesTaken);
    }
}
