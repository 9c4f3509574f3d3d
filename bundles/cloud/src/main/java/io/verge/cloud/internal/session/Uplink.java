package io.verge.cloud.internal.session;

import io.verge.api.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code uplink}, which owns the session: it does what is queued, and what is due. What is queued is bounded by those
 * who queue: the window of what is on its way, the messages that may wait, one ring of the outbox at a time.
 */
final class Uplink implements Consumer<Runnable>, AutoCloseable {
    /** Time may be set while it waits, and a test's clock does not wake it. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);

    private static final long LEAVE_MILLIS = 3000;
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Clock clock;
    private @Nullable Thread thread;
    private @Nullable Session session;

    Uplink(Clock clock) {
        this.clock = clock;
    }

    /** Begins to work for a session. */
    void start(Session owned) {
        session = owned;
        Thread made = new Thread(() -> run(owned), "uplink");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    /** Queues work. Any thread. */
    @Override
    public void accept(Runnable work) {
        queue.add(work);
    }

    private void run(Session owned) {
        while (owned.phase() != Phase.CLOSED) {
            try {
                long wait = Math.min(LONGEST_WAIT, owned.due());
                Runnable work = queue.poll(wait, TimeUnit.NANOSECONDS);
                if (work != null) {
                    work.run();
                    drainQueue();
                }
                owned.tick();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("the uplink failed at {}; it goes on", clock.now(), e);
                if (!rest()) {
                    return;
                }
            }
        }
    }

    /** What fails at once may fail again at once. */
    private boolean rest() {
        try {
            Runnable work = queue.poll(1, TimeUnit.SECONDS);
            if (work != null) {
                queue.add(work);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** A message at a time would look at the clock for each. */
    private void drainQueue() {
        for (Runnable work = queue.poll(); work != null; work = queue.poll()) {
            work.run();
        }
    }

    /** For a test, which is the thread: does what is queued and what is due. */
    void step(Session owned) {
        drainQueue();
        owned.tick();
        drainQueue();
    }

    /** Says good-bye and ends the thread. */
    @Override
    public void close() {
        Session owned = session;
        Thread running = thread;
        if (owned != null && running != null) {
            accept(owned::close);
            try {
                running.join(LEAVE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.interrupt();
        }
    }
}
