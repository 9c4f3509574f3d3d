package io.verge.authority.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.authority.rollout.SimulatedBox.Habit;
import io.verge.authority.rollout.hawkbit.FakeHawkbit;
import io.verge.authority.rollout.hawkbit.FakeTargets.Action;
import io.verge.authority.rollout.hawkbit.HawkbitAccess;
import io.verge.authority.rollout.hawkbit.HawkbitTerms;
import io.verge.authority.rollout.hawkbit.HawkbitWay;
import io.verge.authority.rollout.hawkbit.Software;
import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.Planner;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.run.BoxState;
import io.verge.authority.rollout.run.RolloutState;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import io.verge.mqtt.TlsFiles;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes of one corridor, a server that answers as hawkBit does, and the tool. Time goes on as the tool waits. */
@Timeout(120)
class HawkbitRolloutTest {
    private static final Path FILE = Path.of("/rollouts/r.json");
    private static final Software SOFTWARE = new Software(List.of(file("1.bundle.jar"), file("2.bundle.zstd")));

    @TempDir
    private Path folder = Path.of("");

    private final ManualClock clock = ManualClock.leaping();
    private final FaultyDisk disk = new FaultyDisk(new Random(7));
    private final List<String> said = new ArrayList<>();
    private City city = new City("wuhan", 8);
    private FakeHawkbit hawkbit;

    @BeforeEach
    void begin() throws IOException {
        hawkbit = new FakeHawkbit();
        disk.folders(Path.of("/rollouts"));
    }

    @AfterEach
    void end() {
        hawkbit.close();
    }

    @Test
    void allBoxesGetTheReleaseWaveByWaveAndNeighboursNeverTogether() throws Exception {
        HawkbitBoxes boxes = boxes(Map.of());
        Run run = run(boxes);

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(city.names()).count(BoxState.DONE)).isEqualTo(8);
        assertThat(boxes.street().violations()).isEmpty();
        assertThat(boxes.street().asked().subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(run.plan().boxes(0));
        assertMadeOnce();
    }

    @Test
    void itStopsByItselfAndWhatFailedIsAskedOnceMoreByRetry() throws Exception {
        String bad = planned().plan().boxes(1).get(0);
        HawkbitBoxes boxes = boxes(Map.of(bad, Habit.FAILS));
        Run run = run(boxes);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains(bad + " (failed: the radar was silent; look at its cable)");
        assertThat(boxes.street().asked())
                .doesNotContainAnyElementsOf(run.plan().boxes(2));

        file().order(RunFile.Order.RETRY, "liu");
        Run again = loop(boxes).run();
        assertThat(again.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(actions(bad)).hasSize(2);
        assertThat(boxes.street().violations()).isEmpty();
    }

    @Test
    void aBoxThatHasFetchedItAndIsSilentIsAskedToStopAndAnswersWhenItComes() throws Exception {
        String bad = planned().plan().boxes(1).get(0);
        HawkbitBoxes boxes = boxes(Map.of(bad, Habit.SILENT));
        Run run = run(boxes);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.box(bad).why()).isEqualTo("silent for 6h, last heard in metadata");
        assertThat(actions(bad)).singleElement().matches(Action::isCanceling);

        boxes.comesBack(bad);
        file().order(RunFile.Order.RETRY, "liu");
        assertThat(loop(boxes).run().state()).isEqualTo(RolloutState.FINISHED);
        assertThat(actions(bad).get(0).has("canceled")).isTrue();
    }

    @Test
    void aBoxThatNeverCameIsGivenUpByForceSinceItCannotHaveBegun() throws Exception {
        String bad = planned().plan().boxes(1).get(0);
        HawkbitBoxes boxes = boxes(Map.of());
        boxes.goesAway(bad);
        Run run = run(boxes);

        assertThat(run.box(bad).state()).as(said.toString()).isEqualTo(BoxState.SILENT);
        assertThat(actions(bad)).singleElement().matches(action -> !action.isOpen());

        boxes.comesBack(bad);
        file().order(RunFile.Order.RETRY, "liu");
        assertThat(loop(boxes).run().state()).isEqualTo(RolloutState.FINISHED);
        assertThat(boxes.street().violations()).isEmpty();
    }

    @Test
    void whoCancelsTakesBackWhatHasNotBegun() throws Exception {
        HawkbitBoxes boxes = boxes(Map.of());
        city.names().forEach(boxes::goesAway);
        file().write(planned());
        RolloutLoop loop = loop(boxes, () -> order(RunFile.Order.CANCEL));
        Run run = loop.run();

        assertThat(run.state()).isEqualTo(RolloutState.CANCELLED);
        List<Action> asked =
                city.names().stream().flatMap(box -> actions(box).stream()).toList();
        assertThat(asked).hasSize(2).noneMatch(Action::isOpen);
    }

    @Test
    void aBoxThatHawkbitDoesNotKnowHasFailed() throws Exception {
        String stranger = planned().plan().boxes(0).get(0);
        HawkbitBoxes boxes = boxes(Map.of());
        hawkbit.targets(targets -> targets.remove(HawkbitBoxes.target(stranger)));
        Run run = run(boxes);

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains("does not exist");
    }

    @Test
    void anActionThatSomebodyTakesAwayIsNoticed() throws Exception {
        HawkbitBoxes boxes = boxes(Map.of());
        city.names().forEach(boxes::goesAway);
        file().write(planned());
        Run run = loop(
                        boxes,
                        () -> hawkbit.targets(targets -> {
                            targets.remove("crossing-0");
                            targets.remove("crossing-1");
                        }))
                .run();

        assertThat(run.why()).contains("somebody took that or the target away");
    }

    @Test
    void amongHundredsOfActionsItsOwnIsFound() throws Exception {
        city = new City("wuhan", 2);
        HawkbitBoxes boxes = boxes(Map.of());
        hawkbit.targets(targets -> {
            for (long number = 1; number <= 250; number++) {
                targets.askedElsewhere("crossing-0", 900_000 + number, 77);
            }
        });
        Run run = run(boxes);

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereverItIsKilledNoBoxIsAskedTwiceAndNothingIsMadeTwice(boolean behind) throws Exception {
        city = new City("wuhan", 4);
        int calls = callsOfAWholeRun();
        for (int call = 1; call <= calls; call++) {
            end();
            begin();
            HawkbitBoxes boxes = boxes(Map.of());
            file().write(planned());
            hawkbit.cut(call, behind);
            Run run = runThroughDeaths(boxes);

            assertThat(run.state()).as("call %s of %s", call, calls).isEqualTo(RolloutState.FINISHED);
            for (String box : city.names()) {
                assertThat(actions(box)).as("%s, call %s", box, call).hasSize(1);
            }
            assertMadeOnce();
            assertThat(boxes.street().violations()).isEmpty();
        }
    }

    @Test
    void whoDiesBehindAskingDoesNotAskABoxAgainThatHasFailedMeanwhile() throws Exception {
        String bad = planned().plan().boxes(0).get(0);
        HawkbitBoxes boxes = boxes(Map.of(bad, Habit.FAILS));
        file().write(planned());
        hawkbit.cutAt("POST targets/" + HawkbitBoxes.target(bad) + "/assignedDS");
        assertThatThrownBy(() -> loop(boxes).run()).isInstanceOf(Turns.Killed.class);
        assertThat(file().read().box(bad).state()).isEqualTo(BoxState.PLANNED);
        boxes.turn();
        boxes.turn();
        Run run = loop(boxes).run();

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains(bad + " (failed: the radar was silent");
        assertThat(actions(bad)).hasSize(1);
    }

    private int callsOfAWholeRun() throws Exception {
        Run unused = run(boxes(Map.of()));
        return hawkbit.calls().size();
    }

    private Run runThroughDeaths(HawkbitBoxes boxes) throws Exception {
        while (true) {
            try {
                return loop(boxes).run();
            } catch (Turns.Killed e) {
                disk.powerCut();
            }
        }
    }

    @Test
    void twoBoxesThatWouldBeOneTargetAreRefused() throws Exception {
        List<Box> boxes = new ArrayList<>(new City("wuhan", 2).boxes());
        boxes.addAll(new City("shanghai", 1).boxes());
        Plan plan = Planner.plan(boxes, Policy.USUAL, new SplittableRandom(3));
        Run twice = Run.planned(City.RELEASE, 1, Policy.USUAL, plan, clock.now());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> way(SOFTWARE).open(twice))
                .withMessageContaining("/crossing-0 would be one target");
        assertThat(hawkbit.calls()).isEmpty();
    }

    @Test
    void withoutTheFilesNothingIsAsked() {
        HawkbitBoxes unused = boxes(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> way(Software.UPLOADED).open(planned()))
                .withMessageContaining("--repository");
        assertThat(hawkbit.all("softwaremodules")).isEmpty();
    }

    private void assertMadeOnce() {
        assertThat(hawkbit.all("softwaremoduletypes")).hasSize(1);
        assertThat(hawkbit.all("distributionsettypes")).hasSize(1);
        assertThat(hawkbit.all("distributionsets")).singleElement().satisfies(set -> assertThat(set)
                .containsEntry("version", City.RELEASE));
        assertThat(hawkbit.all("softwaremodules")).hasSize(1);
        assertThat(hawkbit.files()).containsExactly("1.bundle.jar", "2.bundle.zstd");
    }

    private List<Action> actions(String box) {
        return hawkbit.actions(HawkbitBoxes.target(box));
    }

    private HawkbitBoxes boxes(Map<String, Habit> habits) {
        return new HawkbitBoxes(hawkbit, city, habits);
    }

    private Run planned() {
        return city.planned(clock.now());
    }

    private Run run(HawkbitBoxes boxes) throws Exception {
        file().write(planned());
        return loop(boxes).run();
    }

    private RolloutLoop loop(HawkbitBoxes boxes) throws IOException {
        return loop(boxes, () -> {});
    }

    /** A tool that does not survive the loss of the server, and on whose clock an hour goes by while nobody says anything. */
    private RolloutLoop loop(HawkbitBoxes boxes, Runnable meanwhile) throws IOException {
        return new RolloutLoop(
                file(),
                Turns.of(way(SOFTWARE), boxes::turn, () -> {
                    clock.advance(City.DEADLINE.dividedBy(6));
                    meanwhile.run();
                }),
                clock::now,
                said::add);
    }

    private void order(RunFile.Order order) {
        try {
            file().order(order, "liu");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HawkbitWay way(Software software) throws IOException {
        Path user = folder.resolve("operator.user");
        if (!Files.exists(user)) {
            Files.writeString(user, "admin:admin\n");
            Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rw-------"));
        }
        return new HawkbitWay(
                new HawkbitAccess(hawkbit.uri(), user, new TlsFiles(null, null, null)),
                new HawkbitTerms("verge", false),
                software,
                clock,
                new Random(1));
    }

    private RunFile file() {
        return new RunFile(disk, FILE);
    }

    private static Software.File file(String name) {
        byte[] content = name.repeat(100).getBytes(StandardCharsets.UTF_8);
        return new Software.File(name, Sha256.of(content).hex(), () -> content);
    }
}
