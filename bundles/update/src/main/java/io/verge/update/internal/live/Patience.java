package io.verge.update.internal.live;

import io.verge.update.internal.engine.SwitchException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/**
 * Has a bundle changed on a thread of its own, for a while only: what a bundle does when it is stopped or started is its own, and may
 * never end. It is interrupted then, which frees most; what still hangs holds its bundle until the process ends. One thread.
 */
final class Patience {
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private final Duration limit;
    /** By the name of the bundle: what has not ended. */
    private final Map<String, Thread> hanging = new ConcurrentHashMap<>();

    /** @param limit for one bundle, from its stop to its start */
    Patience(Duration limit) {
        this.limit = limit;
    }

    /** What is done to a bundle, in steps. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param stillWanted to be looked at before each step
         */
        void run(StillWanted stillWanted) throws Exception;
    }

    /** Whether somebody still waits. */
    @FunctionalInterface
    interface StillWanted {
        /**
         * Looks.
         *
         * @throws BundleException when it was given up
         */
        void check() throws BundleException;
    }

    /** @throws SwitchException when it fails, or does not end in time; the message begins with the name */
    void run(String name, Work work) throws SwitchException {
        Thread before = hanging.get(name);
        if (before != null && before.isAlive()) {
            throw new SwitchException(name + " still hangs from before; only a restart of the agent ends that");
        }
        hanging.remove(name);
        Attempt attempt = new Attempt(work);
        Thread thread = new Thread(attempt.task, "switch " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            attempt.task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new SwitchException(name + " " + reason(cause == null ? e : cause), e);
        } catch (TimeoutException e) {
            giveUp(name, attempt, thread);
            throw new SwitchException(
                    name + " does not " + attempt.step + " within " + limit.toMillis() / 1e3 + " s", e);
        } catch (InterruptedException e) {
            giveUp(name, attempt, thread);
            Thread.currentThread().interrupt();
            throw new SwitchException(name + ": the agent is being stopped", e);
        }
    }

    private void giveUp(String name, Attempt attempt, Thread thread) {
        attempt.givenUp = true;
        thread.interrupt();
        try {
            thread.join(AFTER_INTERRUPT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            hanging.put(name, thread);
        }
    }

    private static final class Attempt {
        final FutureTask<Boolean> task;
        volatile boolean givenUp;
        /** Steps are stop, and then start. */
        volatile String step = "stop";

        Attempt(Work work) {
            task = new FutureTask<>(() -> {
                work.run(this::next);
                return true;
            });
        }

        private void next() throws BundleException {
            if (givenUp) {
                throw new BundleException("it took too long");
            }
            step = "start";
        }
    }

    /** The framework says that an activator threw; what it threw says why. */
    private static String reason(Throwable e) {
        Throwable cause = e instanceof BundleException ? e.getCause() : null;
        return "does not start: " + e.getMessage() + (cause == null ? "" : " (" + cause + ")");
    }
}
