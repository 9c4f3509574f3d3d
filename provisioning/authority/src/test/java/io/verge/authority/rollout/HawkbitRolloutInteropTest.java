package io.verge.authority.rollout;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.authority.rollout.SimulatedBox.Habit;
import io.verge.authority.rollout.hawkbit.HawkbitAccess;
import io.verge.authority.rollout.hawkbit.HawkbitTerms;
import io.verge.authority.rollout.hawkbit.HawkbitWay;
import io.verge.authority.rollout.hawkbit.Software;
import io.verge.authority.rollout.run.BoxState;
import io.verge.authority.rollout.run.RolloutState;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import io.verge.mqtt.TlsFiles;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import io.verge.testkit.update.RealHawkbit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With hawkBit 0.3.0M7 and what the agent has of it; boxes of their own for each test, which want the same release. */
@Tag("interop")
@Timeout(120)
class HawkbitRolloutInteropTest {
    private static final Path FILE = Path.of("/rollouts/r.json");
    private static final byte[] CONTENT = new byte[3_000];

    private static RealHawkbit hawkbit;

    @TempDir
    private static Path folder = Path.of("");

    private final ManualClock clock = ManualClock.leaping();
    private final FaultyDisk disk = new FaultyDisk(new Random(7));
    private final Map<String, DdiBox> boxes = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private City city;
    private Street street;

    @BeforeAll
    static void start() throws Exception {
        hawkbit = RealHawkbit.start(folder);
        Path user = folder.resolve("operator.user");
        Files.writeString(user, RealHawkbit.ADMIN);
        Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (hawkbit != null) {
            hawkbit.close();
        }
    }

    @BeforeEach
    void city(TestInfo test) throws IOException {
        int number = test.getTestMethod().orElseThrow().getName().hashCode() & 0xffff;
        city = new City("wuhan", "street-" + number, 4);
        street = new Street(city.boxes());
        disk.folders(Path.of("/rollouts"));
    }

    @Test
    void allBoxesGetTheReleaseWaveByWaveAndNeighboursNeverTogether() throws Exception {
        begin(Map.of());
        Run run = loop().run();

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(city.names()).count(BoxState.DONE)).isEqualTo(4);
        assertThat(street.violations()).isEmpty();
        assertThat(street.asked().subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(run.plan().boxes(0));
        for (String box : city.names()) {
            assertThat(hawkbit.status(HawkbitBoxes.target(box))).isEqualTo("in_sync");
        }
    }

    @Test
    void itStopsByItselfAndGoesOnByRetry() throws Exception {
        String bad = planned().plan().boxes(0).get(0);
        begin(Map.of(bad, Habit.FAILS));
        Run run = loop().run();

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains(bad + " (failed: the radar was silent; look at its cable)");
        assertThat(street.asked()).isSubsetOf(run.plan().boxes(0));

        file().order(RunFile.Order.RETRY, "liu");
        Run again = loop().run();
        assertThat(again.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(hawkbit.actions(HawkbitBoxes.target(bad))).hasSize(2);
        assertThat(hawkbit.status(HawkbitBoxes.target(bad))).isEqualTo("in_sync");
        assertThat(street.violations()).isEmpty();
    }

    @Test
    void inSpiteOfAFailureItGoesOnByResume() throws Exception {
        String bad = planned().plan().boxes(0).get(0);
        begin(Map.of(bad, Habit.FAILS));
        Run unused = loop().run();
        file().order(RunFile.Order.RESUME, "liu");
        Run run = loop().run();

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(city.names()).count(BoxState.DONE)).isEqualTo(3);
        assertThat(hawkbit.actions(HawkbitBoxes.target(bad))).hasSize(1);
    }

    @Test
    void aBoxThatFallsSilentIsAskedToStopAndAnswersWhenItComesBack() throws Exception {
        String bad = planned().plan().boxes(0).get(0);
        begin(Map.of(bad, Habit.SILENT));
        Run run = loop().run();
        String target = HawkbitBoxes.target(bad);
        String action = hawkbit.actions(target).get(0);

        assertThat(run.box(bad).why()).isEqualTo("silent for 6h, last heard in metadata");
        assertThat(hawkbit.isOpen(target, action)).isTrue();
        assertThat(hawkbit.history(target, action)).last().asString().startsWith("canceling: ");

        box(bad).isAway(false);
        file().order(RunFile.Order.RETRY, "liu");
        assertThat(loop().run().state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(hawkbit.history(target, action)).last().asString().startsWith("canceled: ");
        assertThat(hawkbit.status(target)).isEqualTo("in_sync");
    }

    @Test
    void aBoxThatNeverCameIsGivenUp() throws Exception {
        String bad = planned().plan().boxes(0).get(0);
        begin(Map.of());
        box(bad).isAway(true);
        Run run = loop().run();
        String target = HawkbitBoxes.target(bad);

        assertThat(run.box(bad).state()).as(said.toString()).isEqualTo(BoxState.SILENT);
        assertThat(hawkbit.isOpen(target, hawkbit.actions(target).get(0))).isFalse();

        box(bad).isAway(false);
        file().order(RunFile.Order.RETRY, "liu");
        assertThat(loop().run().state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(hawkbit.status(target)).isEqualTo("in_sync");
    }

    @Test
    void whoDiesBehindAskingAsksNobodyTwice() throws Exception {
        begin(Map.of());
        // While it is written down that the first was asked; that it is going to be stands there already.
        disk.stopAt(8);
        assertThatThrownBy(() -> loop().run()).isInstanceOf(FaultyDisk.Stopped.class);
        disk.powerCut();
        String asked = planned().plan().boxes(0).get(0);
        assertThat(file().read().box(asked).state()).isEqualTo(BoxState.PLANNED);
        assertThat(hawkbit.actions(HawkbitBoxes.target(asked))).hasSize(1);
        Run run = loop().run();

        assertThat(run.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        for (String box : city.names()) {
            assertThat(hawkbit.actions(HawkbitBoxes.target(box))).hasSize(1);
        }
    }

    private void begin(Map<String, Habit> habits) throws Exception {
        for (String name : city.names()) {
            boxes.put(name, new DdiBox(hawkbit, name, habits.getOrDefault(name, Habit.FINE), street, clock));
        }
        file().write(planned());
    }

    private DdiBox box(String name) {
        return requireNonNull(boxes.get(name));
    }

    private RolloutLoop loop() throws IOException {
        Software software = new Software(
                List.of(new Software.File("0a.radar.jar", Sha256.of(CONTENT).hex(), () -> CONTENT)));
        HawkbitWay way = new HawkbitWay(
                new HawkbitAccess(hawkbit.uri(), folder.resolve("operator.user"), new TlsFiles(null, null, null)),
                new HawkbitTerms("verge", false),
                software,
                clock,
                new Random(1));
        return new RolloutLoop(
                file(),
                Turns.of(
                        way,
                        () -> boxes.values().forEach(DdiBox::turn),
                        () -> clock.advance(City.DEADLINE.dividedBy(6))),
                clock::now,
                said::add);
    }

    private Run planned() {
        return city.planned(clock.now());
    }

    private RunFile file() {
        return new RunFile(disk, FILE);
    }
}
