package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTimeTest {
    private final Rig rig = new Rig();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void jumpsToTheFirstInstantWithoutTicks() throws Exception {
        stage("a").every(Duration.ofMillis(10), () -> done.add("tick"));
        rig.play(() -> done.add(rig.time.now().toString()));
        assertThat(done.get(0)).isEqualTo(Rig.START.toString());
    }

    @Test
    void ticksOnWholeMultiplesSince1970() throws Exception {
        stage("a").every(Duration.ofMillis(100), () -> done.add(millis()));
        rig.play(() -> rig.pass(200));
        assertThat(done).startsWith("100", "200");
    }

    @Test
    void ticksBeforeAFrameThatArrivesAtTheSameInstant() throws Exception {
        stage("a").every(Duration.ofMillis(100), () -> done.add("tick"));
        rig.play(() -> {
            rig.pass(91);
            done.add("frame at " + millis());
        });
        assertThat(done).startsWith("tick", "frame at 100");
    }

    @Test
    void runsTicksInTheOrderOfTimeAndThenOfDeclaration() throws Exception {
        Stage stage = stage("a");
        Stage other = stage("b");
        stage.every(Duration.ofMillis(50), () -> done.add("a" + millis()));
        other.every(Duration.ofMillis(20), () -> done.add("b" + millis()));
        stage.every(Duration.ofMillis(100), () -> done.add("c" + millis()));
        rig.play(() -> rig.pass(91));
        assertThat(done.subList(0, 8)).containsExactly("b20", "b40", "a50", "b60", "b80", "a100", "b100", "c100");
    }

    @Test
    void beginsTicksThatAreDeclaredOnTheWayAfterNow() throws Exception {
        rig.play(() -> {
            rig.pass(91);
            stage("a").every(Duration.ofMillis(100), () -> done.add(millis()));
            rig.pass(100);
        });
        assertThat(done).startsWith("200");
    }

    @Test
    void runsOutAfterTheEnd() throws Exception {
        stage("a").every(Duration.ofMillis(50), () -> done.add(millis()));
        rig.play(() -> {});
        assertThat(done).containsExactly("50", "100");
    }

    @Test
    void runsWorkInPlace() throws Exception {
        Stage stage = stage("a");
        rig.play(() -> {
            boolean taken = stage.offer(() -> done.add("work"));
            done.add("after " + taken);
        });
        assertThat(done).containsExactly("work", "after true");
    }

    @Test
    void neverEntersAStageAgain() throws Exception {
        Stage stage = stage("a");
        rig.play(() -> stage.offer(() -> {
            done.add("begin");
            stage.offer(() -> done.add("inner"));
            done.add("end");
        }));
        assertThat(done).containsExactly("begin", "end", "inner");
    }

    @Test
    void runsAnotherStageInside() throws Exception {
        Stage stage = stage("a");
        Stage other = stage("b");
        rig.play(() -> stage.offer(() -> {
            done.add("begin");
            other.offer(() -> done.add("inner"));
            done.add("end");
        }));
        assertThat(done).containsExactly("begin", "inner", "end");
    }

    @Test
    void refusesMoreThanMayWait() throws Exception {
        Stage stage = rig.time.open("a", 2);
        rig.play(() -> stage.offer(() -> {
            for (int i = 0; i < 3; i++) {
                done.add(Boolean.toString(stage.offer(() -> done.add("inner"))));
            }
        }));
        assertThat(done).containsExactly("true", "true", "false", "inner", "inner");
    }

    @Test
    void goesOnAfterWorkThatThrows() throws Exception {
        Stage stage = stage("a");
        rig.play(() -> {
            stage.offer(() -> {
                throw new IllegalStateException("on purpose");
            });
            stage.offer(() -> done.add("next"));
        });
        assertThat(done).containsExactly("next");
    }

    @Test
    void keepsTicksOfARunningStageUntilItIsDone() throws Exception {
        Stage stage = stage("a");
        stage.every(Duration.ofMillis(10), () -> done.add("tick at " + millis()));
        rig.play(() -> stage.offer(() -> {
            sleep(25);
            done.add("woke at " + millis());
        }));
        assertThat(done).startsWith("woke at 34", "tick at 34", "tick at 40");
    }

    @Test
    void neverGoesBackAfterWorkThatSlept() throws Exception {
        Stage stage = stage("a");
        rig.play(() -> {
            stage.every(Duration.ofMillis(100), () -> sleep(30));
            rig.pass(91);
            done.add(millis());
            rig.pass(1);
            done.add(millis());
        });
        assertThat(done).containsExactly("130", "131");
    }

    @Test
    void runsNothingOfAClosedStage() throws Exception {
        Stage stage = stage("a");
        stage.every(Duration.ofMillis(10), () -> done.add("tick"));
        stage.close();
        rig.play(() -> done.add(Boolean.toString(stage.offer(() -> done.add("work")))));
        assertThat(done).containsExactly("false");
    }

    @Test
    void runsWorkOfOtherThreadsOnItsOwnThread() throws Exception {
        CompletableFuture<String> ranOn = new CompletableFuture<>();
        boolean taken =
                stage("a").offer(() -> ranOn.complete(Thread.currentThread().getName()));
        assertThat(taken).isTrue();
        assertThat(Rig.get(ranOn)).isEqualTo("replay");
    }

    @Test
    void runsWorkOfOtherThreadsWhileItPlays() throws Exception {
        Stage stage = stage("a");
        rig.play(() -> {
            Thread other = new Thread(() -> stage.offer(() -> done.add("work at " + millis())));
            other.start();
            other.join();
            done.add("offered at " + millis());
            rig.pass(10);
        });
        assertThat(done).containsExactly("offered at 9", "work at 9");
    }

    @Test
    void wakesOtherThreadsWhenTheirTimeHasCome() throws Exception {
        CompletableFuture<String> woke = new CompletableFuture<>();
        CountDownLatch sleeps = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            sleeps.countDown();
            sleep(50);
            woke.complete("woke");
        });
        sleeper.setDaemon(true);
        sleeper.start();
        sleeps.await();
        rig.play(() -> {
            while (!woke.isDone()) {
                rig.pass(10);
            }
        });
        assertThat(Rig.get(woke)).isEqualTo("woke");
    }

    @Test
    void countsNanosecondsFromTheFirstInstant() throws Exception {
        long before = rig.time.nanoTime();
        rig.play(() -> {
            done.add(Long.toString(rig.time.nanoTime() - before));
            rig.pass(5);
            done.add(Long.toString(rig.time.nanoTime() - before));
        });
        assertThat(done).containsExactly("0", "5000000");
    }

    @Test
    void isExact() {
        assertThat(rig.time.quality()).isEqualTo(new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO));
    }

    @Test
    void standsAt1970UntilSomethingSleeps() {
        assertThat(rig.time.now()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void doesNotBeginBeforeAllIsQuiet() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        rig.time.execute(() -> done.add("played after " + asked.get()));
        rig.time.begin(() -> asked.incrementAndGet() == 5, nanos -> {}, played -> rig.exit.complete(0));
        Rig.get(rig.exit);
        assertThat(done).containsExactly("played after 5");
    }

    @Test
    void playsOneAfterTheOther() throws Exception {
        rig.time.execute(() -> done.add("first"));
        rig.time.execute(() -> done.add("second"));
        rig.play(() -> done.add("third"));
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void refusesToPlayWithoutBound() {
        for (int i = 0; i < 16; i++) {
            rig.time.execute(() -> {});
        }
        assertThatThrownBy(() -> rig.time.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void saysWhenThereIsNothingToPlay() throws Exception {
        rig.time.begin(() -> true, nanos -> {}, played -> rig.exit.complete(played ? 0 : 7));
        assertThat(Rig.get(rig.exit)).isEqualTo(7);
    }

    @Test
    void endsTheProcessWhenNobodyLetsTimeBegin() throws Exception {
        assertThat(Rig.get(rig.exit)).isEqualTo(1);
    }

    @Test
    void endsWhenWhatIsPlayedBreaks() throws Exception {
        rig.time.execute(() -> {
            throw new AssertionError("on purpose");
        });
        rig.time.begin(() -> true, nanos -> {}, played -> rig.exit.complete(played ? 0 : 7));
        assertThat(Rig.get(rig.exit)).isEqualTo(7);
    }

    private Stage stage(String name) {
        return rig.time.open(name, 4);
    }

    private void sleep(int millis) {
        try {
            rig.pass(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The milliseconds of now behind the second in which the replay starts. */
    private String millis() {
        return Long.toString(Duration.between(Rig.START, rig.time.now()).toMillis() + 9);
    }
}
