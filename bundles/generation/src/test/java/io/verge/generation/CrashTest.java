package io.verge.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.verge.testkit.FaultyDisk.Stopped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An update that ends at any operation of the disk, and any number of them one after another: what starts next is one of the sets
 * that were there, as a whole.
 */
final class CrashTest {
    private enum Fault {
        FAILS,
        DIES,
        POWER_CUT
    }

    /** What an update does to the disk. */
    private static void update(Box box, int number) throws IOException {
        Generation next = box.make("r" + number, "radar " + number, "camera " + number / 2);
        box.generations().point(next);
        box.generations().commit();
        box.generations().collect(Set.of(), Set.of());
    }

    private static int operationsOfAnUpdate() throws IOException {
        Box box = new Box(0);
        box.committed("r1", "radar 1", "camera 0");
        box.disk.restart();
        update(box, 2);
        return box.disk.operations();
    }

    private static void updateWithFault(Box box, int number, Fault fault, int at) {
        try {
            if (fault == Fault.FAILS) {
                box.disk.failAt(at);
            } else {
                box.disk.stopAt(at);
            }
            update(box, number);
        } catch (IOException | Stopped e) {
            // What is left on the disk is what is looked at.
        }
        if (fault == Fault.POWER_CUT) {
            box.disk.powerCut();
        } else {
            box.disk.restart();
        }
    }

    @Property(tries = 8)
    void whereverAnUpdateEndsTheOldOrTheNewSetStarts(@ForAll long seed, @ForAll Fault fault) throws IOException {
        int operations = operationsOfAnUpdate();
        assertThat(operations).isGreaterThan(40);
        for (int k = 1; k <= operations; k++) {
            Box box = new Box(seed + k);
            Generation old = box.committed("r1", "radar 1", "camera 0");
            updateWithFault(box, 2, fault, k);

            Start.OfSet start = box.startSet();

            assertThat(start.generation().release()).as("operation %d", k).isIn("r1", "r2");
            assertThat(start.why()).as("operation %d", k).isEmpty();
            if (start.generation().number() == old.number()) {
                assertThat(start.generation()).isEqualTo(old);
            }
            box.generations().verifyJars(start.generation());
            box.generations().verifyJars(box.generations().good());
        }
    }

    @Property(tries = 8)
    void afterAnyEndTheUpdateCanBeMadeAgain(@ForAll long seed, @ForAll Fault fault) throws IOException {
        int operations = operationsOfAnUpdate();
        for (int k = 1; k <= operations; k++) {
            Box box = new Box(seed + k);
            box.committed("r1", "radar 1", "camera 0");
            updateWithFault(box, 2, fault, k);

            assertThatCode(() -> update(box, 2)).as("operation %d", k).doesNotThrowAnyException();

            assertThat(box.startSet().generation().release()).isEqualTo("r2");
            assertThat(box.disk.list(Box.STATE.resolve("store"))).hasSize(2);
            assertThat(box.generations().list()).hasSize(1);
        }
    }

    @Property(tries = 100)
    void oneUpdateAfterAnotherWithFaultsOnTheWay(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Box box = new Box(seed);
        List<String> possible = new ArrayList<>(List.of(""));
        for (int number = 1; number < 12; number++) {
            Fault fault = Fault.values()[random.nextInt(3)];
            updateWithFault(box, number, fault, 1 + random.nextInt(70));
            possible.add("r" + number);

            Start.OfSet start = box.startSet();

            assertThat(possible).contains(start.generation().release());
            box.generations().verifyJars(start.generation());
            // What has started is from now on the oldest that may start.
            possible = new ArrayList<>(
                    possible.subList(possible.indexOf(start.generation().release()), possible.size()));
            box.boot().healthy(start);
        }
    }

    /** Starts, too, end anywhere: what fails is started three times at most. */
    @Property(tries = 50)
    void aSetThatAlwaysFailsIsLeftAfterThreeStartsWhereverTheyEnd(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Box box = new Box(seed);
        box.committed("r1", "radar 1");
        box.generations().point(box.make("r2", "radar 2"));
        int startsOfBad = 0;
        String started = "r2";
        while (started.equals("r2")) {
            try {
                box.disk.stopAt(1 + random.nextInt(25));
                started = box.startSet().generation().release();
                startsOfBad += started.equals("r2") ? 1 : 0;
            } catch (Stopped e) {
                // It died before anything of the set was started.
            }
            box.disk.powerCut();
        }

        assertThat(started).isEqualTo("r1");
        assertThat(startsOfBad).isLessThanOrEqualTo(3);
    }

    @Test
    void whicheverOperationOfAStartFailsAWholeSetStarts() throws IOException {
        for (int k = 1; k < 30; k++) {
            Box box = new Box(k);
            box.committed("r1", "radar 1");
            box.generations().point(box.make("r2", "radar 2"));
            box.disk.failAt(k);

            Start.OfSet start = box.startSet();

            assertThat(start.generation().release()).as("operation %d", k).isIn("r1", "r2");
            box.disk.restart();
            box.generations().verifyJars(start.generation());
        }
    }

    /** Where there is one set alone, nothing could be started instead. */
    @Test
    void oneFailureOfTheDiskNeverTakesTheOnlySetAway() throws IOException {
        for (int k = 1; k < 30; k++) {
            Box box = new Box(k);
            Generation only = box.committed("r1", "radar 1");
            box.disk.failAt(k);

            Start.OfSet start = box.startSet();

            assertThat(start.generation()).as("operation %d", k).isEqualTo(only);
            assertThat(start.why()).as("operation %d", k).isEmpty();
        }
    }

    @Test
    void norTheShippedOneOfABoxThatHasNoOther() {
        for (int k = 1; k < 30; k++) {
            Box box = new Box(k);
            box.disk.failAt(k);

            Start.OfSet start = box.startSet();

            assertThat(start.generation()).as("operation %d", k).isEqualTo(Generation.SHIPPED);
            assertThat(start.why()).as("operation %d", k).isEmpty();
        }
    }

    /** A new set is passed over when its start cannot be counted, and for no other failure. */
    @Test
    void oneFailureOfTheDiskSendsTheBoxBackOnlyWhenTheStartCannotBeCounted() throws IOException {
        for (int k = 1; k < 30; k++) {
            Box box = new Box(k);
            box.committed("r1", "radar 1");
            Generation next = box.make("r2", "radar 2");
            box.generations().point(next);
            box.disk.failAt(k);

            Start.OfSet start = box.startSet();

            if (start.generation().equals(next)) {
                assertThat(start.why()).as("operation %d", k).isEmpty();
            } else {
                assertThat(start.why()).as("operation %d", k).contains("cannot be counted");
            }
        }
    }

    @Property(tries = 150)
    void oneRottenOctetAnywhereLeavesAWholeSetToStart(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Box box = new Box(seed);
        box.committed("r1", "radar 1");
        box.generations().point(box.make("r2", "radar 2"));
        box.start();
        List<Path> files = new ArrayList<>(List.of(
                Box.file("current"),
                Box.file("good"),
                Box.file("attempts"),
                Box.file("1/set.json"),
                Box.file("2/set.json"),
                Box.jar("radar 1"),
                Box.jar("radar 2")));
        Path rotten = files.get(random.nextInt(files.size()));
        box.disk.rot(rotten, random.nextInt(box.disk.read(rotten, 1 << 20).length));

        Start.OfSet start = box.startSet();

        assertThat(start.generation().release()).isIn("r1", "r2");
        box.generations().verifyJars(start.generation());
    }
}
