package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.ROLLBACK;
import static io.verge.api.update.Phase.SWITCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when the new set is no good, or somebody does not want it. */
final class SwitchTest {
    private static final String RADAR = "io.verge.driver.radar";

    private final World world = new World();

    SwitchTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r3", World.RADAR_3);
        world.publisher.release("r4", World.RADAR_3, World.PERCEPTION_2);
    }

    @AfterEach
    void whatRunsIsAWholeSet() throws Exception {
        world.mustBeConsistent();
    }

    private Instant first(Phase phase) {
        return world.told.stream()
                .filter(entry -> entry.phase() == phase)
                .findFirst()
                .orElseThrow()
                .since();
    }

    @Test
    void aBundleThatDoesNotStartIsTakenBackAtOnce() {
        world.live.broken.add(World.RADAR_2.title());

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("switch-failed");
        assertThat(end.why()).isEqualTo("io.verge.driver.radar does not start");
        assertThat(world.phases).endsWith(SWITCH, ROLLBACK, FAILED).doesNotContain(PROBATION);
        assertThat(Duration.between(first(SWITCH), end.since())).isLessThan(Duration.ofSeconds(5));
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
    }

    @Test
    void aReleaseThatHarmsIsTakenBackWithinAMinute() {
        world.vitals.harmful.add(World.RADAR_2.title());

        UpdateEntry end = world.update("r2");

        assertThat(Duration.between(first(PROBATION), end.since())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void andAlsoWhenItCameWithARestart() {
        world.vitals.harmful.add(World.PERCEPTION_2.title());

        UpdateEntry end = world.update("r4");

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("worse");
        assertThat(Duration.between(first(PROBATION), end.since())).isLessThan(Duration.ofSeconds(60));
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0").containsEntry("io.verge.perception", "1.0.0");
    }

    /** A device that is late once is no reason to go back. */
    @Test
    void whatIsWorseForAMomentOnlyIsKept() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.clock.advance(Duration.ofSeconds(60));
        for (int i = 0; i < 20; i++) {
            if (i % 4 == 0) {
                world.vitals.harmful.clear();
            } else if (i % 4 == 2) {
                world.vitals.harmful.add(World.RADAR_2.title());
            }
            world.step();
        }
        world.vitals.harmful.clear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void itIsNotKeptAtAMomentInWhichItIsWorse() {
        world.apply("r2");
        world.runTo(PROBATION);
        Instant switched = world.now().since();
        while (world.clock.now().isBefore(switched.plus(Duration.ofMinutes(5).minusSeconds(3)))) {
            world.step();
        }
        world.vitals.harmful.add(World.RADAR_2.title());

        assertThat(world.runToEnd().phase()).isEqualTo(FAILED);
    }

    @Test
    void itIsWatchedAsLongAsTheProfileSays() {
        UpdateEntry end = world.update("r2");

        assertThat(Duration.between(first(PROBATION), end.since()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(3));
    }

    @Test
    void whenTheOldBundleDoesNotStartAgainTheProcessIsRestarted() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.vitals.harmful.add(World.RADAR_2.title());
        world.live.broken.add(World.RADAR.title());

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("worse");
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
    }

    @Test
    void aSetWithWhichTheProcessDoesNotStartIsLeftByTheLauncherAndFails() {
        world.failingStarts.add("r4");

        UpdateEntry end = world.update("r4");

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("start-failed");
        assertThat(end.why()).contains("release r4").contains("radar threw");
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
    }

    @Test
    void aFailedReleaseIsFollowedByABetterOne() {
        world.vitals.harmful.add(World.RADAR_2.title());
        world.update("r2");

        assertThat(world.update("r3").phase()).isEqualTo(COMMITTED);
        assertThat(Objects.requireNonNull(world.engine.report().status()).works())
                .isTrue();
    }

    @Test
    void somebodyGoesBackWhileItIsWatched() throws Exception {
        world.apply("r2");
        world.runTo(PROBATION);

        world.engine.rollback("the mayor says so");
        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("unwanted");
        assertThat(end.why()).isEqualTo("the mayor says so");
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
    }

    @Test
    void somebodyGoesBackLaterWithoutAnyNetwork() throws Exception {
        world.update("r2");
        world.update("r3");
        world.publisher.away = true;

        UpdateEntry begun = world.engine.rollback("the mayor says so");
        UpdateEntry end = world.runToEnd();

        assertThat(begun.wish().id()).startsWith("rollback-");
        assertThat(end.wish().release()).isEqualTo("r2");
        assertThat(end.wish().by()).contains("the mayor says so");
        assertThat(end.phase()).as(end.why()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry(RADAR, "2.0.0");
        assertThat(world.engine.report().running()).isEqualTo("r2");
    }

    @Test
    void goingBackTwiceIsGoingForthAgain() throws Exception {
        world.update("r2");
        world.update("r3");
        world.engine.rollback("");
        world.runToEnd();

        world.engine.rollback("");

        assertThat(world.runToEnd().wish().release()).isEqualTo("r3");
        assertThat(world.live.versions()).containsEntry(RADAR, "3.0.0");
    }

    @Test
    void fromTheFirstReleaseSomebodyGoesBackToWhatWasShipped() throws Exception {
        world.update("r2");

        world.engine.rollback("");

        assertThat(world.runToEnd().wish().release()).isEqualTo("shipped");
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
    }

    @Test
    void whereNothingWasBeforeNobodyGoesBack() {
        assertThatThrownBy(() -> world.engine.rollback(""))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo("nothing-before"));
    }

    @Test
    void beforeTheSwitchOneCancelsAndDoesNotGoBack() {
        world.apply("r2");

        assertThatThrownBy(() -> world.engine.rollback(""))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo("busy"));
        world.runToEnd();
    }

    @Test
    void twoSetsStayOnTheDiskAndNoMore() throws Exception {
        world.update("r2");
        world.update("r3");
        world.update("r4");

        List<Generation> kept = world.generations().list();

        assertThat(kept).extracting(Generation::release).containsExactly("r3", "r4");
        assertThat(world.disk.list(World.STATE.resolve("store"))).hasSize(2);
        assertThat(world.disk.list(World.STATE.resolve("update/download"))).isEmpty();
    }
}
