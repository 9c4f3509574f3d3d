package io.verge.authority.rollout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.api.update.Phase;
import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.Neighbours;
import io.verge.authority.rollout.plan.Planner;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.plan.WaveRule;
import io.verge.testkit.FaultyDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is kept of a roll-out, and that it goes on whenever the tool dies. */
class RunFileTest {
    private static final Path FOLDER = Path.of("/rollouts");
    private static final String RELEASE = "2026.12.1";
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private final FaultyDisk disk = new FaultyDisk(new Random(1));

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        RunFile file = file(disk);
        Run run = planned(3).asked("t/b1", START).pause("liu", START);
        run = run.told(new Word("t/b1", "desired-2026.12.1", RELEASE, Phase.FAILED, "no room"), START);
        file.write(run);

        assertThat(file.read()).isEqualTo(run);
    }

    @Test
    void aFileThatIsNoRolloutIsRefused() throws IOException {
        disk.folders(FOLDER);
        disk.replace(FOLDER.resolve("r.json"), new byte[] {'{', '}'});

        assertThatIOException().isThrownBy(() -> file(disk).read()).withMessageContaining("format");
        assertThatIOException()
                .isThrownBy(() -> new RunFile(disk, FOLDER.resolve("none.json")).read())
                .withMessageContaining("rollout plan");
    }

    @Test
    void anOrderOfAnotherProcessIsObeyedOnce() throws IOException {
        RunFile file = file(disk);
        Run run = planned(3);
        file.order(RunFile.Order.PAUSE, "liu");

        run = file.obey(run, START);
        assertThat(run.state()).isEqualTo(RolloutState.PAUSED);
        assertThat(file.read()).isEqualTo(run);
        assertThat(file.obey(run.resume("wang", START), START).state()).isEqualTo(RolloutState.RUNNING);
    }

    @Test
    void anOrderThatCannotBeDoneNowIsNoted() throws IOException {
        RunFile file = file(disk);
        Run run = planned(3).asked("t/b1", START);
        file.order(RunFile.Order.RETRY, "liu");

        assertThat(file.obey(run, START).history().get(0).text()).startsWith("not done: boxes are still at it");
    }

    /** Boxes answer at random, the tool dies within any step of the disk, and starts again with what is there. */
    @Property(tries = 150)
    void whereverTheToolDiesItGoesOnAndNoTwoNeighboursAreEverAtItTogether(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 14) int count) throws IOException {
        Random random = new Random(seed);
        FaultyDisk faulty = new FaultyDisk(random);
        RunFile file = file(faulty);
        file.write(planned(count));
        Map<String, Integer> street = new HashMap<>();
        Instant now = START;
        Run run = file.read();
        for (int round = 0; round < 2_000 && run.state() == RolloutState.RUNNING; round++) {
            now = now.plus(Duration.ofMinutes(20));
            if (random.nextInt(4) == 0) {
                faulty.stopAt(1 + random.nextInt(6));
            }
            try {
                run = turn(run, file, street, random, now);
            } catch (FaultyDisk.Stopped e) {
                faulty.powerCut();
                run = file.read();
            }
            assertApart(street.keySet(), count);
        }
        assertThat(run.state()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(List.copyOf(run.boxes().keySet())).count(BoxState.DONE))
                .isEqualTo(count);
    }

    /** One turn of the tool, each change written down behind what was done. */
    private static Run turn(Run before, RunFile file, Map<String, Integer> street, Random random, Instant now)
            throws IOException {
        Run run = before.tick(now);
        file.write(run);
        for (String box : run.due(now)) {
            street.merge(box, 1, (one, more) -> one);
            run = run.asked(box, now);
            file.write(run);
        }
        for (String box : new ArrayList<>(street.keySet())) {
            if (random.nextInt(3) > 0) {
                String id = WishId.of(RELEASE, run.box(box).attempt());
                run = run.told(new Word(box, id, RELEASE, Phase.COMMITTED, ""), now);
                file.write(run);
                street.remove(box);
            }
        }
        return run;
    }

    private static void assertApart(Set<String> atIt, int count) {
        List<Box> city = city(count);
        Neighbours neighbours = new Neighbours(city);
        List<Box> busy = city.stream().filter(box -> atIt.contains(box.name())).toList();
        for (Box one : busy) {
            assertThat(busy).noneMatch(other -> neighbours.are(one, other));
        }
    }

    private static Run planned(int count) {
        WaveRule first = new WaveRule("first", 30, 1, List.of(), List.of(), true, Duration.ofMinutes(30));
        WaveRule all = new WaveRule("all", 100, 0, List.of(), List.of(), false, Duration.ZERO);
        Policy policy = new Policy(List.of(first, all), 98, 2, Duration.ofDays(9), Duration.ZERO, 3, null);
        return Run.planned(RELEASE, 1, policy, Planner.plan(city(count), policy, new SplittableRandom(count)), START);
    }

    private static List<Box> city(int count) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box("t", "b" + i, "", "", List.of(new Box.Place("ring", i)), Set.of()));
        }
        return boxes;
    }

    private static RunFile file(FaultyDisk disk) throws IOException {
        disk.folders(FOLDER);
        return new RunFile(disk, FOLDER.resolve("r.json"));
    }
}
