package io.verge.clock.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a bounded queue and a few metronomes. The lock is held to take work, never while work runs. */
final class ThreadStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadStage.class);
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final int capacity;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<ThreadStage> whenClosed;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Guarded by the lock. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final List<Metronome> metronomes = new ArrayList<>();
    private boolean closed;
    /** Whether the last work was a tick: then what waits in the queue has its turn. */
    private boolean ticked;

    /** Touched by the stage's own thread. */
    private long failures;

    private long failureLogged;

    private static final class Metronome {
        final long period;
        final Runnable work;
        long due;

        Metronome(long period, Runnable work, long due) {
            this.period = period;
            this.work = work;
            this.due = due;
        }

        /** Ticks that came due in the meantime are not made up for. */
        void goOn(long now) {
            long missed = (now - due) / period;
            due += (missed + 1) * period;
        }
    }

    /** @param patience how long work may go on after the stage was closed, before it is interrupted */
    ThreadStage(String name, int capacity, Clock clock, Duration patience, Consumer<ThreadStage> whenClosed) {
        if (capacity < 1) {
            throw new IllegalArgumentException("stage " + name + ": its capacity is at least 1, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.clock = clock;
        this.patience = patience;
        this.whenClosed = whenClosed;
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public boolean offer(Runnable work) {
        lock.lock();
        try {
            if (closed || waiting.size() >= capacity) {
                return false;
            }
            waiting.addLast(work);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void every(Duration period, Runnable work) {
        long nanos = period.toNanos();
        if (nanos <= 0) {
            throw new IllegalArgumentException("stage " + name + ": a period is greater than zero, not " + period);
        }
        lock.lock();
        try {
            metronomes.add(new Metronome(nanos, work, clock.nanoTime() + nanos));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        boolean open = true;
        while (open) {
            try {
                Runnable work = next();
                open = work != null;
                if (work != null) {
                    run(work);
                }
            } catch (InterruptedException e) {
                // Only close() ends a stage: look again.
            }
        }
    }

    /** Nothing that work throws ends the stage: who waits for it could not tell. */
    private void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            failures++;
            long now = clock.nanoTime();
            if (failures == 1 || now - failureLogged > QUIET_NANOS) {
                failureLogged = now;
                LOG.error("work on stage {} failed ({} times so far)", name, failures, e);
            }
        } finally {
            boolean unused = Thread.interrupted(); // what one work leaves behind is not meant for the next
        }
    }

    /** The next work that is due; null when closed. */
    private @Nullable Runnable next() throws InterruptedException {
        lock.lock();
        try {
            Runnable work = null;
            while (!closed && work == null) {
                long now = clock.nanoTime();
                Metronome first = earliest();
                work = due(first, now);
                if (work == null) {
                    long unused = changed.awaitNanos(first == null ? Long.MAX_VALUE : first.due - now);
                }
            }
            return work;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A tick goes before the queue, so that load does not stop it; after a tick the queue goes first, so that ticks longer than
     * their period do not stop the queue.
     */
    private @Nullable Runnable due(@Nullable Metronome first, long now) {
        if (first != null && first.due - now <= 0 && (!ticked || waiting.isEmpty())) {
            first.goOn(now);
            ticked = true;
            return first.work;
        }
        Runnable work = waiting.pollFirst();
        if (work != null) {
            ticked = false;
        }
        return work;
    }

    private @Nullable Metronome earliest() {
        Metronome earliest = null;
        for (Metronome metronome : metronomes) {
            if (earliest == null || metronome.due - earliest.due < 0) {
                earliest = metronome;
            }
        }
        return earliest;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            join();
        }
        whenClosed.accept(this);
    }

    private void join() {
        try {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(patience.toMillis());
            }
            if (thread.isAlive()) {
                LOG.warn("stage {} does not end: its work ignores the interrupt", name);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
