package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.DOWNLOAD;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.METADATA;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.ROLLBACK;
import static io.verge.api.update.Phase.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateWish;
import io.verge.generation.Generation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process ends in the midst of an update, for whatever reason, and begins again. */
final class RestartTest {
    private static final Path NOW = World.STATE.resolve("update/now");
    private static final Path HISTORY = World.STATE.resolve("update/history");

    private final World world = new World();

    RestartTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r3", World.RADAR_3, World.PERCEPTION_2);
    }

    @AfterEach
    void whatRunsIsAWholeSet() throws Exception {
        world.mustBeConsistent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"METADATA", "PLAN", "DOWNLOAD", "VERIFY", "RESOLVE", "STAGED", "WAIT"})
    void beforeTheSwitchItBeginsAgainWithTheSameWish(Phase phase) {
        UpdateWish wish = world.wish("r2");
        world.apply(wish);
        world.runTo(phase);

        world.boot();
        world.step();

        assertThat(world.now().wish()).isEqualTo(wish);
        assertThat(world.phases.subList(world.phases.lastIndexOf(METADATA), world.phases.size()))
                .startsWith(METADATA);
        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void whatWasFetchedIsNotFetchedAgain() {
        world.apply("r2");
        world.runTo(Phase.VERIFY);
        int asked = world.publisher.asked.size();

        world.boot();
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.publisher.asked.subList(asked, world.publisher.asked.size()))
                .noneMatch(path -> path.startsWith("bundles/"));
    }

    @Test
    void inProbationItIsWatchedAnew() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.clock.advance(Duration.ofMinutes(4));

        world.boot();
        world.step();

        assertThat(world.now().phase()).isEqualTo(PROBATION);
        assertThat(world.now().since()).isAfterOrEqualTo("2026-03-01T08:04:00Z");
        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void whatRanBeforeTheSwitchIsStillWhatItIsComparedWith() {
        world.vitals.harmful.add(World.RADAR.title());
        world.vitals.harmful.add(World.RADAR_2.title());
        world.apply("r2");
        world.runTo(PROBATION);
        world.boot();

        assertThat(world.runToEnd().code()).isEqualTo("worse");
    }

    @Test
    void whenTheLauncherStartsTheOldSetInProbationTheUpdateHasFailed() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.failingStarts.add("r2");

        world.boot();
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("start-failed");
        assertThat(end.why()).contains("radar threw");
        assertThat(world.phases).endsWith(ROLLBACK, FAILED);
    }

    /** It is healthy at each start, so the launcher finds nothing wrong with it. */
    @Test
    void whatEndsTheProcessAgainAndAgainLongAfterItsStartIsUndone() {
        world.apply("r2");
        world.runTo(PROBATION);
        for (int end = 1; end <= 3; end++) {
            world.clock.advance(Duration.ofMinutes(4));
            world.boot();
            world.step();
        }

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("ends-again");
        assertThat(end.why()).contains("the process ended 3 times while it was on probation");
        assertThat(world.live.generation()).isZero();
    }

    @Test
    void twoPowerCutsInProbationAreNoFaultOfTheRelease() {
        world.apply("r2");
        world.runTo(PROBATION);
        for (int cut = 1; cut <= 2; cut++) {
            world.clock.advance(Duration.ofMinutes(4));
            world.boot();
            world.step();
        }

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void whoWantedToGoBackIsHeardAllTheSame() throws Exception {
        world.apply("r2");
        world.runTo(PROBATION);
        world.engine.rollback("the mayor says so");

        world.disk.powerCut();
        world.boot();
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("unwanted");
        assertThat(end.why()).isEqualTo("the mayor says so");
    }

    @Test
    void aWishIsOverAfterSevenDaysThoughThePowerGoesEachDay() {
        Instant asked = world.clock.now();
        world.publisher.away = true;
        world.apply("r2");
        for (int day = 0; day < 7; day++) {
            world.step();
            world.clock.advance(Duration.ofDays(1));
            world.step();
            world.disk.powerCut();
            world.boot();
        }

        UpdateEntry end = world.runToEnd();

        assertThat(end.code()).isEqualTo("expired-wish");
        assertThat(end.since()).isBetween(asked.plus(Duration.ofDays(7)), asked.plus(Duration.ofDays(8)));
    }

    @Test
    void inTheSwitchWithTheNewSetRunningItIsWatched() {
        world.apply("r3");
        world.runTo(SWITCH);

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry("io.verge.perception", "2.0.0");
    }

    @Test
    void inTheSwitchBeforeThePointerMovedItHasFailed() {
        world.apply("r2");
        world.runTo(SWITCH);

        world.boot();
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("start-failed");
    }

    @Test
    void inTheRollbackItIsGoneOnWith() {
        world.vitals.harmful.add(World.RADAR_2.title());
        world.apply("r2");
        world.runTo(ROLLBACK);

        world.boot();
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("worse");
    }

    @Test
    void whatHasEndedIsRememberedAndNotBegunAgain() {
        UpdateWish wish = world.wish("r2");
        world.apply(wish);
        world.runToEnd();

        world.boot();
        world.step();
        UpdateEntry answer = world.apply(wish);

        assertThat(answer.phase()).isEqualTo(COMMITTED);
        assertThat(world.engine.report().now()).isNull();
        assertThat(world.engine.history()).hasSize(1);
    }

    @Test
    void aDamagedJournalIsSetAsideAndTheBoxIsIdleWithWhatRuns() {
        world.apply("r2");
        world.runTo(DOWNLOAD);
        world.disk.rot(NOW, 40);

        world.boot();
        world.step();

        assertThat(world.engine.report().now()).isNull();
        assertThat(world.disk.has(NOW.resolveSibling("now.damaged"))).isTrue();
        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
    }

    /** Once the journal is lost, nobody watches the new set any more; where the launcher has left it, nothing points to it. */
    @Test
    void aDamagedJournalLeavesNothingHalf() throws Exception {
        world.apply("r2");
        world.runTo(PROBATION);
        world.disk.rot(NOW, 40);
        world.failingStarts.add("r2");

        world.boot();
        world.step();

        Generation current = world.generations().current();
        assertThat(current.isShipped()).isTrue();
        assertThat(world.live.generation()).isZero();
    }

    @Test
    void aLineOfTheHistoryThatIsDamagedIsLeftOut() {
        world.update("r2");
        world.update("r3");
        world.disk.rot(HISTORY, 40);

        world.boot();
        world.step();

        assertThat(world.engine.history()).hasSize(1);
        assertThat(world.disk.has(HISTORY.resolveSibling("history.damaged"))).isTrue();
        world.boot();
        world.step();
        assertThat(world.engine.history()).hasSize(1);
    }

    @Test
    void whatRanBeforeIsNotForgottenForAHundredThatWereRefused() throws Exception {
        world.update("r2");
        for (int i = 0; i < 105; i++) {
            world.update("none-" + i);
        }

        world.engine.rollback("the mayor says so");

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.live.generation()).isZero();
    }

    @Test
    void theHistoryKeepsAHundred() {
        for (int i = 0; i < 105; i++) {
            world.update("none-" + i);
        }
        world.boot();
        world.step();

        assertThat(world.engine.history()).hasSize(100);
        assertThat(world.engine.history().get(0).wish().release()).isEqualTo("none-104");
    }
}
