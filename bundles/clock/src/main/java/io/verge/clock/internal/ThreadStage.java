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
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final int capacity;
    private final Clock clock;
    private final Consumer<ThreadStage> whenClosed;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Guarded by the lock. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final List<Metronome> metronomes = new ArrayList<>();
    private boolean closed;

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
    }

    ThreadStage(String name, int capacity, Clock clock, Consumer<ThreadStage> whenClosed) {
        if (capacity < 1) {
            throw new IllegalArgumentException("stage " + name + ": its capacity is at least 1, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.clock = clock;
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
        try {
            for (Runnable work = next(); work != null; work = next()) {
                run(work);
            }
        } catch (InterruptedException e) {
            // Closed while work ran: what waits is dropped.
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failures++;
            long now = clock.nanoTime();
            if (failureLogged == 0 || now - failureLogged > QUIET_NANOS) {
                failureLogged = now;
                LOG.error("work on stage {} failed ({} times so far)", name, failures, e);
            }
        }
    }

    /** The next work that is due; null when closed. Metronomes go before the queue, so that load does not stop them. */
    private @Nullable Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long now = clock.nanoTime();
                long wait = Long.MAX_VALUE;
                for (Metronome metronome : metronomes) {
                    long left = metronome.due - now;
                    if (left <= 0) {
                        long missed = -left / metronome.period;
                        metronome.due += (missed + 1) * metronome.period;
                        return metronome.work;
                    }
                    wait = Math.min(wait, left);
                }
                Runnable work = waiting.pollFirst();
                if (work != null) {
                    return work;
                }
                if (wait == Long.MAX_VALUE) {
                    changed.await();
                } else {
                    long unused = changed.awaitNanos(wait);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
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
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(PATIENCE.toMillis());
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
