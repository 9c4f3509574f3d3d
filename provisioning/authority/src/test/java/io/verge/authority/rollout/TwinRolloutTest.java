package io.verge.authority.rollout;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.rollout.SimulatedBox.Habit;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.TwinFleet;
import io.verge.authority.rollout.run.BoxState;
import io.verge.authority.rollout.run.RolloutState;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import io.verge.authority.rollout.run.Word;
import io.verge.broker.DeskBroker;
import io.verge.mqtt.BrokerAccess;
import io.verge.testkit.FaultyDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twenty boxes of one corridor, a real broker, and the tool. Each test has a tenant of its own. */
@Timeout(120)
class TwinRolloutTest {
    private static final List<DeskBroker> BROKER = new ArrayList<>();
    private static final Duration PATIENCE = Duration.ofHours(9);
    private static final Path FOLDER = Path.of("/rollouts");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T12:00:00Z"));
    private final FaultyDisk disk = new FaultyDisk(new Random(7));
    private final List<SimulatedBox> boxes = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Set<String> silent = new HashSet<>();

    @BeforeAll
    static void startBroker() throws IOException {
        BROKER.add(DeskBroker.start(0));
    }

    @AfterAll
    static void stopBroker() throws IOException {
        BROKER.remove(0).close();
    }

    @AfterEach
    void stopBoxes() throws Exception {
        for (SimulatedBox box : boxes) {
            box.close();
        }
    }

    @Test
    void allBoxesGetTheReleaseWaveByWaveAndNeighboursNeverTogether() throws Exception {
        Street street = street("fine", Map.of());
        Run run = run("fine");

        assertThat(run.state()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(names("fine")).count(BoxState.DONE)).isEqualTo(20);
        assertThat(street.violations()).isEmpty();
        assertThat(street.asked()).hasSize(20);
        assertThat(street.asked().subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(run.plan().boxes(0));
    }

    @Test
    void itStopsByItselfAndLaterWavesAreNeverAsked() throws Exception {
        Run plan = planned("stops");
        String bad = plan.plan().boxes(1).get(0);
        Street street = street("stops", Map.of(bad, Habit.FAILS));
        Run run = run("stops");

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains(bad).contains("failed");
        assertThat(street.asked()).doesNotContainAnyElementsOf(plan.plan().boxes(2));
        assertThat(run.tally(run.plan().boxes(2)).count(BoxState.PLANNED)).isEqualTo(10);
        assertThat(said).anyMatch(line -> line.contains("stopped: wave 2"));

        file("stops").order(RunFile.Order.RETRY, "liu");
        Run again = loop("stops").run();
        assertThat(again.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(street.violations()).isEmpty();
    }

    @Test
    void aSilentBoxStopsItAndItsWishIsTakenBack() throws Exception {
        Run plan = planned("silent");
        String bad = plan.plan().boxes(1).get(0);
        Street street = street("silent", Map.of(bad, Habit.SILENT));
        Run run = run("silent");

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.box(bad).state()).as(said.toString()).isEqualTo(BoxState.SILENT);
        assertThat(run.box(bad).why()).isEqualTo("silent for 6h, last heard in metadata");
        assertThat(run.toWithdraw()).isEmpty();

        file("silent").order(RunFile.Order.RETRY, "liu");
        Run again = loop("silent").run();
        assertThat(again.state()).as(said.toString()).isEqualTo(RolloutState.FINISHED);
        assertThat(again.box(bad).attempt()).isEqualTo(2);
        assertThat(street.violations()).isEmpty();
    }

    @Test
    void killedInTheMiddleAndStartedAgainItGoesOn() throws Exception {
        Street street = street("killed", Map.of());
        Random random = new Random(11);
        file("killed").write(planned("killed"));
        int deaths = 0;
        Run run = file("killed").read();
        while (run.state() == RolloutState.RUNNING) {
            disk.stopAt(1 + random.nextInt(deaths < 12 ? 16 : 4_000));
            try {
                run = loop("killed").run();
            } catch (FaultyDisk.Stopped e) {
                deaths++;
                disk.powerCut();
                run = file("killed").read();
            }
        }

        assertThat(run.why()).isEmpty();
        assertThat(deaths).isGreaterThan(3);
        assertThat(run.state()).isEqualTo(RolloutState.FINISHED);
        assertThat(run.tally(names("killed")).count(BoxState.DONE)).isEqualTo(20);
        assertThat(street.violations()).isEmpty();
    }

    @Test
    void aBoxThatTheBrokerDoesNotKnowHasFailed() throws Exception {
        Run run = run("nobody");

        assertThat(run.state()).isEqualTo(RolloutState.STOPPED);
        assertThat(run.why()).contains("the broker knows no such box");
    }

    private Run run(String tenant) throws Exception {
        file(tenant).write(planned(tenant));
        return loop(tenant).run();
    }

    private RolloutLoop loop(String tenant) throws IOException {
        BrokerAccess broker =
                BrokerAccess.plain("mqtt://127.0.0.1:" + BROKER.get(0).port());
        return new RolloutLoop(file(tenant), run -> open(tenant, broker, run), this::tick, said::add);
    }

    private Fleet open(String tenant, BrokerAccess broker, Run run) throws FleetException, InterruptedException {
        TwinFleet fleet = TwinFleet.open(
                broker, "rollout-" + tenant, PATIENCE, run.boxes().keySet(), this::tick);
        return new Patience(fleet, !boxes.isEmpty(), this::isLast, this::idle);
    }

    /** Time goes on by a second whenever it is looked at. */
    private Instant tick() {
        return now.updateAndGet(time -> time.plusSeconds(1));
    }

    private RunFile file(String tenant) throws IOException {
        disk.folders(FOLDER);
        return new RunFile(disk, FOLDER.resolve(tenant + ".json"));
    }

    private Street street(String tenant, Map<String, Habit> habits) throws Exception {
        Street street = new Street(city(tenant).boxes());
        habits.forEach((name, habit) -> {
            if (habit == Habit.SILENT) {
                silent.add(name);
            }
        });
        for (String name : names(tenant)) {
            boxes.add(new SimulatedBox(BROKER.get(0).port(), name, habits.getOrDefault(name, Habit.FINE), street));
        }
        for (SimulatedBox box : boxes) {
            box.begin();
        }
        return street;
    }

    /** Of a box that falls silent it is the first of its first attempt. */
    private boolean isLast(Word word) {
        return word.phase().isOver()
                || (silent.contains(word.box()) && word.id().equals("desired-" + City.RELEASE));
    }

    private void idle() {
        now.updateAndGet(time -> time.plus(City.DEADLINE.dividedBy(4)));
    }

    private Run planned(String tenant) {
        return city(tenant).planned(requireNonNull(now.get()));
    }

    private static List<String> names(String tenant) {
        return city(tenant).names();
    }

    private static City city(String tenant) {
        return new City(tenant, 20);
    }
}
