package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.REJECTED;
import static io.verge.api.update.Phase.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clock of a box is wrong, and is set right or wrong in the midst of an update. */
final class ClockTest {
    private final World world = new World();

    ClockTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r3", World.RADAR_3);
    }

    /** What was signed says when that was, so a clock that has not been set yet is no reason to refuse it. */
    @Test
    void in1970AReleaseIsInstalledAndKept() {
        world.clock.set(Instant.EPOCH);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
    }

    @Test
    void in1970WhatHadExpiredBeforeStaysExpired() {
        world.update("r2");
        world.clock.advance(Duration.ofDays(3));
        world.publisher.publish(world.clock.now());
        world.update("r3");
        world.clock.set(Instant.EPOCH);

        assertThat(world.update("r3").code()).isEqualTo("runs-already");
    }

    @Test
    void tenYearsOnNothingIsInstalledAndAllRuns() throws Exception {
        world.update("r2");
        world.clock.set(world.clock.now().plus(Duration.ofDays(3653)));

        assertThat(world.update("r3").phase()).isEqualTo(REJECTED);
        world.mustBeConsistent();
        assertThat(world.engine.report().running()).isEqualTo("r2");
    }

    @Test
    void aWishThatNamesNoEndOutlivesAClockThatIsSet() {
        world.clock.set(Instant.EPOCH);
        world.unsafe = Optional.of("a warning is open");
        world.apply("r2");
        world.runTo(WAIT);

        world.clock.set(Instant.parse("2026-03-01T08:00:00Z"));
        world.step();
        world.unsafe = Optional.empty();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
    }

    /** A box without a battery for its clock begins in 1970 after each power cut. */
    @Test
    void afterAPowerCutProbationIsAsLongAsItIsWhateverTheClockSays() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.disk.powerCut();
        world.clock.set(Instant.EPOCH);
        world.boot();
        world.step();
        long begun = world.clock.nanoTime();
        world.clock.set(Instant.parse("2036-03-01T08:00:00Z"));

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(Duration.ofNanos(world.clock.nanoTime() - begun))
                .isBetween(
                        Duration.ofMinutes(5).minusSeconds(5),
                        Duration.ofMinutes(5).plusSeconds(5));
    }

    @Test
    void endsOfTheProcessAreCountedWhateverTheClockSays() {
        world.apply("r2");
        world.runTo(PROBATION);
        for (int year = 1990; year < 1993; year++) {
            world.disk.powerCut();
            world.clock.set(Instant.parse(year + "-01-01T00:00:00Z"));
            world.boot();
            world.step();
        }

        assertThat(world.runToEnd().code()).isEqualTo("ends-again");
    }

    @Test
    void aReleaseThatHarmsIsUndoneWithinAMinuteWhateverTheClockSays() {
        world.vitals.harmful.add(World.RADAR_2.title());
        world.apply("r2");
        world.runTo(PROBATION);
        long begun = world.clock.nanoTime();
        world.clock.set(Instant.EPOCH);

        assertThat(world.runToEnd().code()).isEqualTo("worse");
        assertThat(Duration.ofNanos(world.clock.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void probationIsAsLongAsItIsWhateverTheClockSays() {
        world.apply("r2");
        world.runTo(PROBATION);
        world.clock.set(world.clock.now().plus(Duration.ofDays(3653)));
        world.step();
        assertThat(world.now().phase()).isEqualTo(PROBATION);
        world.clock.set(Instant.EPOCH);
        world.step();

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(world.vitals.looks).isGreaterThan(140);
    }
}
