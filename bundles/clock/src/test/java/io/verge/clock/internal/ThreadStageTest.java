package io.verge.clock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.time.Stage;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadStageTest {
    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration PERIOD = Duration.ofMillis(10);

    private final ManualClock clock = ManualClock.standing();
    private final List<ThreadStage> closed = Collections.synchronizedList(new ArrayList<>());
    private final ThreadStage stage = started(2);

    private ThreadStage started(int capacity) {
        ThreadStage one = new ThreadStage("test", capacity, clock, PATIENCE, closed::add);
        one.start();
        return one;
    }

    @AfterEach
    void end() {
        stage.close();
    }

    /** Work that goes on until it is told to end or interrupted. */
    private static final class Busy implements Runnable {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        volatile boolean interrupted;

        @Override
        public void run() {
            thread.set(Thread.currentThread());
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private static Busy occupy(Stage stage) throws InterruptedException {
        Busy busy = new Busy();
        assertThat(stage.offer(busy)).isTrue();
        busy.begun.await();
        return busy;
    }

    /** Waits until all that was offered before is done. */
    private static void drain(Stage stage) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        assertThat(stage.offer(done::countDown)).isTrue();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsWorkInOrder() throws InterruptedException {
        ThreadStage roomy = started(100);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 50; i++) {
            int number = i;
            assertThat(roomy.offer(() -> order.add(number))).isTrue();
        }
        drain(roomy);
        roomy.close();

        assertThat(order).hasSize(50).isSorted();
    }

    @Test
    void saysNoWhenAsMuchWaitsAsMay() throws InterruptedException {
        Busy busy = occupy(stage);

        assertThat(stage.offer(() -> {})).isTrue();
        assertThat(stage.offer(() -> {})).isTrue();
        assertThat(stage.offer(() -> {})).isFalse();
        busy.mayEnd.countDown();
    }

    @Test
    void needsRoomForOneAtLeast() {
        assertThatThrownBy(() -> new ThreadStage("none", 0, clock, PATIENCE, closed::add))
                .hasMessageContaining("none")
                .hasMessageContaining("0");
    }

    @Test
    void goesOnAfterWorkThatThrows() throws InterruptedException {
        for (Error error :
                List.of(new AssertionError("bad"), new StackOverflowError(), new NoClassDefFoundError("x"))) {
            assertThat(stage.offer(() -> {
                        throw error;
                    }))
                    .isTrue();
            drain(stage);
        }
        assertThat(stage.offer(() -> {
                    throw new IllegalStateException("bad");
                }))
                .isTrue();

        drain(stage);
    }

    @Test
    void goesOnAfterWorkThatLeavesAnInterruptBehind() throws InterruptedException {
        assertThat(stage.offer(() -> Thread.currentThread().interrupt())).isTrue();
        drain(stage);

        AtomicReference<Boolean> seen = new AtomicReference<>(true);
        assertThat(stage.offer(() -> seen.set(Thread.currentThread().isInterrupted())))
                .isTrue();
        drain(stage);
        assertThat(seen.get()).isFalse();
    }

    @Test
    void ticksThatCameDueTogetherAreRunOnce() throws InterruptedException {
        AtomicInteger ticks = new AtomicInteger();
        stage.every(PERIOD, ticks::incrementAndGet);

        clock.advance(PERIOD.multipliedBy(10));
        drain(stage);

        assertThat(ticks).hasValue(1);
    }

    @Test
    void ticksAtItsRateAlsoAfterAPause() throws InterruptedException {
        AtomicInteger ticks = new AtomicInteger();
        stage.every(PERIOD, ticks::incrementAndGet);

        clock.advance(Duration.ofMillis(25));
        drain(stage);
        clock.advance(Duration.ofMillis(4)); // 29: the next is due at 30
        drain(stage);
        assertThat(ticks).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        drain(stage);
        assertThat(ticks).hasValue(2);
    }

    @Test
    void keepsTickingUnderLoad() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(5);
        stage.every(PERIOD, ticks::countDown);
        Runnable load = new Runnable() {
            @Override
            public void run() {
                clock.advance(PERIOD);
                stage.offer(this);
                stage.offer(this); // the queue is never empty
            }
        };
        assertThat(stage.offer(load)).isTrue();

        assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void servesTheQueueThoughTicksTakeLongerThanTheirPeriod() throws InterruptedException {
        stage.every(PERIOD, () -> clock.advance(PERIOD.multipliedBy(2)));
        clock.advance(PERIOD);

        drain(stage);
    }

    @Test
    void oneMetronomeThatIsLateDoesNotSilenceTheOther() throws InterruptedException {
        CountDownLatch other = new CountDownLatch(3);
        stage.every(PERIOD, () -> clock.advance(PERIOD.multipliedBy(2)));
        stage.every(PERIOD, other::countDown);
        clock.advance(PERIOD);

        assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPeriodIsGreaterThanZero() {
        assertThatThrownBy(() -> stage.every(Duration.ZERO, () -> {})).hasMessageContaining("greater than zero");
    }

    @Test
    void closingEndsTheThread() throws InterruptedException {
        AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        assertThat(stage.offer(() -> thread.set(Thread.currentThread()))).isTrue();
        drain(stage);

        stage.close();

        assertThat(thread.get()).matches(one -> !one.isAlive());
        assertThat(closed).containsExactly(stage);
    }

    @Test
    void closingInterruptsWorkThatHangs() throws InterruptedException {
        Busy busy = occupy(stage);

        stage.close();

        assertThat(busy.interrupted).isTrue();
        assertThat(busy.thread.get()).matches(thread -> !thread.isAlive());
    }

    @Test
    void closingDropsWhatWaits() throws InterruptedException {
        Busy busy = occupy(stage);
        AtomicInteger ran = new AtomicInteger();
        assertThat(stage.offer(ran::incrementAndGet)).isTrue();

        stage.close();

        assertThat(ran).hasValue(0);
        assertThat(busy.interrupted).isTrue();
    }

    @Test
    void saysNoWhenClosed() {
        stage.close();

        assertThat(stage.offer(() -> {})).isFalse();
    }

    @Test
    void mayBeClosedByItsOwnWork() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        assertThat(stage.offer(() -> {
                    stage.close();
                    done.countDown();
                }))
                .isTrue();

        done.await();
        assertThat(stage.offer(() -> {})).isFalse();
    }

    @Test
    void closingAllStagesEndsThoseThatWereLeftOpen() throws InterruptedException {
        ThreadStages stages = new ThreadStages(clock);
        Stage left = stages.open("left", 1);
        drain(left);

        stages.close();

        assertThat(left.offer(() -> {})).isFalse();
    }
}
