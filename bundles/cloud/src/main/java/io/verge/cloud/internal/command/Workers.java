package io.verge.cloud.internal.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for each command, of which one is waited for. One that does not come back in time is interrupted and left to itself: the
 * next runs beside it, but not another of its name, and none when too many are lost.
 */
final class Workers implements Runner {
    static final int MOST_LOST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** Those that have not come back, by the name of the command. */
    private final Map<String, Thread> lost = new HashMap<>();

    @Override
    public void check(String name) throws RefusedException {
        lost.values().removeIf(worker -> !worker.isAlive());
        if (lost.containsKey(name)) {
            throw new RefusedException(Reply.UNAVAILABLE, "an earlier " + name + " has not come back yet");
        }
        if (lost.size() >= MOST_LOST) {
            throw new RefusedException(
                    Reply.UNAVAILABLE, MOST_LOST + " commands have not come back: " + String.join(", ", lost.keySet()));
        }
    }

    @Override
    public Optional<Reply> run(String name, Duration atMost, Supplier<Reply> work) {
        CompletableFuture<Reply> ended = new CompletableFuture<>();
        Thread worker = new Thread(() -> complete(ended, work), "command-" + name);
        worker.setDaemon(true);
        worker.start();
        try {
            return Optional.of(ended.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            LOG.error("the command {} has not ended within {}; the next may run", name, atMost);
            lost.put(name, worker);
            worker.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("the box stops while the command " + name + " runs");
        } catch (ExecutionException e) {
            return Optional.of(Reply.why(Reply.FAILED, "the command has failed: " + e.getCause()));
        }
    }

    private static void complete(CompletableFuture<Reply> ended, Supplier<Reply> work) {
        try {
            ended.complete(work.get());
        } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }
}
