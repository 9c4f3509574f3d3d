package io.verge.replay.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Replay time that begins when the test plays something. */
final class Rig implements AutoCloseable {
    static final Instant START = Instant.parse("2026-09-21T14:13:20.009Z");

    /** What is played; it may sleep. */
    interface Play {
        void run() throws Exception;
    }

    final CompletableFuture<Integer> exit = new CompletableFuture<>();
    final ReplayTime time = new ReplayTime(exit::complete, Duration.ofMillis(1));

    /** Plays from the start on, and returns when it has ended; what it throws comes out here. */
    void play(Play play) throws Exception {
        CompletableFuture<@Nullable Throwable> thrown = new CompletableFuture<>();
        time.execute(() -> {
            try {
                until(START);
                play.run();
                thrown.complete(null);
            } catch (Throwable e) {
                thrown.complete(e);
            }
        });
        time.begin(() -> true, nanos -> {}, played -> exit.complete(played ? 0 : 1));
        Throwable failure = get(thrown);
        get(exit);
        if (failure != null) {
            throw new AssertionError(failure);
        }
    }

    /** In what is played: time goes on to this instant. */
    void until(Instant instant) throws InterruptedException {
        time.sleep(Duration.between(time.now(), instant));
    }

    /** In what is played: time goes on so long. */
    void pass(int millis) throws InterruptedException {
        time.sleep(Duration.ofMillis(millis));
    }

    static <T extends @Nullable Object> T get(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        time.close();
    }
}
