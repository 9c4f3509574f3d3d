package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.METADATA;
import static io.verge.api.update.Phase.REJECTED;
import static io.verge.api.update.Phase.SWITCH;
import static io.verge.api.update.Phase.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.trust.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A release waits for its moment longer than its metadata holds, which is a day. */
final class FreshnessTest {
    private final World world = new World();

    FreshnessTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.unsafe = Optional.of("a warning is open");
    }

    private void ready() {
        world.apply("r2");
        world.runTo(WAIT);
    }

    private void twoDaysPass() {
        world.clock.advance(Duration.ofDays(2));
    }

    private void theRoadIsClear() {
        world.unsafe = Optional.empty();
    }

    private void steps(int steps) {
        for (int i = 0; i < steps; i++) {
            world.step();
        }
    }

    private void mustBeHeldUntilItIsPublishedAnew() {
        theRoadIsClear();
        steps(50);
        mustBeHeld();

        world.publisher.publish(world.clock.now());

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    private void mustBeHeld() {
        assertThat(world.now().phase()).isEqualTo(METADATA);
        assertThat(world.now().code()).isEqualTo("metadata-expired");
        assertThat(world.now().remedy()).isNotEmpty();
        assertThat(world.live.touched).isEmpty();
        assertThat(world.phases).doesNotContain(SWITCH);
    }

    @Test
    void whatHasExpiredMeanwhileIsFetchedAgainAndThenSwitchedTo() {
        ready();
        twoDaysPass();
        world.publisher.publish(world.clock.now());
        theRoadIsClear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.phases)
                .containsSubsequence(WAIT, METADATA, WAIT, SWITCH)
                .filteredOn(METADATA::equals)
                .hasSize(2);
    }

    @Test
    void noJarIsFetchedTwiceForIt() {
        ready();
        int asked = world.publisher.asked.size();
        twoDaysPass();
        world.publisher.publish(world.clock.now());
        theRoadIsClear();
        world.runToEnd();

        assertThat(world.publisher.asked.subList(asked, world.publisher.asked.size()))
                .noneMatch(path -> path.startsWith("bundles/"));
    }

    @Test
    void whatHoldsIsSwitchedToWithoutANetwork() {
        ready();
        world.clock.advance(Duration.ofHours(20));
        world.publisher.away = true;
        theRoadIsClear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.phases).filteredOn(METADATA::equals).hasSize(1);
    }

    @Test
    void whatAPersonCarriedHereHoldsLongerAndNeedsItsStickNoMore() {
        world.publisher.way = Way.CARRIED;
        ready();
        twoDaysPass();
        world.publisher.away = true;
        theRoadIsClear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void withoutANetworkItIsNotSwitchedToBeforeThereIsFreshMetadata() {
        ready();
        twoDaysPass();
        world.publisher.away = true;
        theRoadIsClear();
        steps(50);
        mustBeHeld();
        assertThat(world.now().why()).contains("r2 is ready", "expired at", "the network is away");

        world.publisher.publish(world.clock.now());
        world.publisher.away = false;

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void aRepositoryThatNobodyPublishesIsWaitedFor() {
        ready();
        twoDaysPass();
        mustBeHeldUntilItIsPublishedAnew();
    }

    @Test
    void itIsAskedForAgainAfterSecondsThenMinutes() throws Exception {
        ready();
        twoDaysPass();
        theRoadIsClear();

        Duration first = world.engine.advance();
        for (int i = 0; i < 20; i++) {
            world.engine.advance();
        }
        Duration later = world.engine.advance();

        assertThat(first).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        assertThat(later).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
    }

    @Test
    void theWishEndsAllTheSame() {
        Instant end = world.clock.now().plus(Duration.ofDays(3));
        world.apply(World.until(world.wish("r2"), end));
        world.runTo(WAIT);
        twoDaysPass();
        theRoadIsClear();

        UpdateEntry over = world.runToEnd();

        assertThat(over.phase()).isEqualTo(REJECTED);
        assertThat(over.code()).isEqualTo("expired-wish");
        assertThat(over.why()).contains("fresh metadata");
        assertThat(over.since()).isEqualTo(end);
        assertThat(world.live.touched).isEmpty();
    }

    @Test
    void itCanBeGivenUpMeanwhile() throws Exception {
        ready();
        twoDaysPass();
        theRoadIsClear();
        steps(5);

        world.engine.cancel("not today");

        assertThat(world.runToEnd().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void aReleaseThatWasTakenBackMeanwhileIsNotSwitchedTo() throws Exception {
        ready();
        world.publisher.remove("releases/r2.json");
        world.publisher.release("r3", World.RADAR_3);
        var unused = world.engine.plan(world.wish("r3"));
        theRoadIsClear();

        UpdateEntry end = world.runToEnd();

        assertThat(end.phase()).isEqualTo(REJECTED);
        assertThat(end.code()).isEqualTo("no-such-release");
        assertThat(world.live.touched).isEmpty();
    }

    @Test
    void newerMetadataThatHasTheReleaseStillLetsItGoOn() throws Exception {
        ready();
        world.publisher.release("r3", World.RADAR_3);
        var unused = world.engine.plan(world.wish("r3"));
        theRoadIsClear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry("io.verge.driver.radar", "2.0.0");
    }

    @Test
    void whatAVendorSignedExpiresByItself() {
        world.publisher.byVendor(World.RADAR_2, Duration.ofHours(6));
        ready();
        world.clock.advance(Duration.ofHours(10));
        theRoadIsClear();
        steps(50);
        assertThat(world.told)
                .anyMatch(entry ->
                        entry.code().equals("metadata-expired") && entry.why().contains("vendor"));
        assertThat(world.live.touched).isEmpty();

        world.publisher.byVendor(World.RADAR_2, Duration.ofDays(6));

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STAGED", "WAIT"})
    void aPowerCutMeanwhileChangesNothing(Phase phase) {
        world.apply("r2");
        world.runTo(phase);
        twoDaysPass();
        world.disk.powerCut();
        world.boot();
        mustBeHeldUntilItIsPublishedAnew();
    }

    @Test
    void norDoesOneWithoutANetwork() {
        ready();
        twoDaysPass();
        world.publisher.away = true;
        world.disk.powerCut();
        world.boot();
        theRoadIsClear();
        steps(50);

        mustBeHeld();
    }

    @Test
    void aClockThatJumpsYearsAheadHoldsItUpUntilItIsRightAgain() {
        ready();
        Instant right = world.clock.now();
        world.clock.set(right.plus(Duration.ofDays(3653)));
        theRoadIsClear();
        steps(5);
        mustBeHeld();

        world.clock.set(right);

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    @Test
    void theWayBackNeedsNoFreshMetadata() throws Exception {
        theRoadIsClear();
        world.update("r2");
        world.publisher.away = true;
        world.unsafe = Optional.of("a warning is open");
        world.engine.rollback("the mayor says so");
        world.runTo(WAIT);
        twoDaysPass();
        theRoadIsClear();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.live.generation()).isZero();
    }
}
