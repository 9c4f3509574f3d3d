package io.verge.clock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.time.ClockQuality;
import io.verge.api.time.ClockQuality.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    private static final Duration STEADY = Duration.ofMillis(20);

    private Instant wall = Instant.parse("2026-03-01T08:00:00Z");
    private long nanos = -5; // a monotonic clock may begin anywhere, below zero too
    /** What each reading of the wall time takes, as on a box that has no time for us. */
    private Duration reading = Duration.ZERO;

    private final SystemClock clock = new SystemClock(Source.NTP, STEADY, this::readWall, () -> nanos);

    private Instant readWall() {
        Instant read = wall;
        pass(reading);
        return read;
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void passSeconds(long seconds) {
        for (long i = 0; i < seconds; i++) {
            pass(Duration.ofSeconds(1));
            ClockQuality unused = clock.quality();
        }
    }

    private void step(Duration step) {
        wall = wall.plus(step);
        passSeconds(1);
    }

    @Test
    void isAsGoodAsItsConfigurationSaysWhileItRunsSteadily() {
        passSeconds(100);

        assertThat(clock.quality()).isEqualTo(new ClockQuality(Source.NTP, STEADY));
    }

    @Test
    void tellsTheTimeOfTheSystem() {
        assertThat(clock.now()).isEqualTo(wall);
        assertThat(clock.nanoTime()).isEqualTo(nanos);
    }

    @Test
    void errsByTheStepWhenItWasSetBack() {
        step(Duration.ofMillis(-300));

        assertThat(clock.quality().error()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void isNotDistrustedForAStepWithinTheLimit() {
        step(Duration.ofMillis(20));

        assertThat(clock.quality().error()).isEqualTo(STEADY);
    }

    @Test
    void isTrustedAgainTenSecondsAfterAStep() {
        step(Duration.ofHours(1));
        passSeconds(9);
        assertThat(clock.quality().error()).isEqualTo(Duration.ofHours(1));

        passSeconds(1);
        assertThat(clock.quality().error()).isEqualTo(STEADY);
    }

    @Test
    void aSmallStepDoesNotMakeABadClockBetter() {
        SystemClock bad = new SystemClock(Source.FREE_RUNNING, Duration.ofSeconds(60), this::readWall, () -> nanos);
        wall = wall.plusMillis(100);
        pass(Duration.ofSeconds(1));

        assertThat(bad.quality().error()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aSmallStepDoesNotHideAGreatOneBeforeIt() {
        step(Duration.ofHours(1));
        step(Duration.ofMillis(30));

        assertThat(clock.quality().error()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isNotDistrustedBecauseTheBoxHeldTheThreadUp() {
        reading = Duration.ofMillis(200);
        passSeconds(3);
        reading = Duration.ZERO;
        passSeconds(1);

        assertThat(clock.quality().error()).isEqualTo(STEADY);
    }

    @Test
    void noticesAStepEvenWhenNobodyAskedForALongTime() {
        pass(Duration.ofHours(5));
        wall = wall.plusSeconds(2);

        assertThat(clock.quality().error()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void doesNotSleepForNoTime() throws InterruptedException {
        clock.sleep(Duration.ofSeconds(-1));
        clock.sleep(Duration.ZERO);
    }

    @Test
    void sleepEndsWithTheInterrupt() throws InterruptedException {
        AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
        CountDownLatch ended = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            try {
                clock.sleep(Duration.ofDays(1));
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            ended.countDown();
        });
        sleeper.start();
        sleeper.interrupt();

        ended.await();
        assertThat(interrupted.get()).isTrue();
    }
}
