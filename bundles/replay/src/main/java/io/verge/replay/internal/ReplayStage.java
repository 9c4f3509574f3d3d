package io.verge.replay.internal;

import io.verge.api.time.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage whose work runs on the thread that moves time: in place when that thread offers it, and when the stage is running
 * already, after that. What other threads offer waits for the thread that moves time.
 */
final class ReplayStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayStage.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final int capacity;
    private final ReplayTime time;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    /** Guarded by the lock. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private boolean running;
    private boolean closed;

    /** Touched by the thread that moves time. */
    private long failures;

    ReplayStage(String name, int capacity, ReplayTime time) {
        if (capacity < 1) {
            throw new IllegalArgumentException("stage " + name + ": its capacity is at least 1, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.time = time;
    }

    @Override
    public boolean offer(Runnable work) {
        lock.lock();
        try {
            if (closed || waiting.size() >= capacity) {
                return false;
            }
            waiting.addLast(work);
        } finally {
            lock.unlock();
        }
        if (time.movedByThisThread()) {
            runWaiting();
        } else {
            time.remember(this);
        }
        return true;
    }

    @Override
    public void every(Duration period, Runnable work) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("stage " + name + ": a period is greater than zero, not " + period);
        }
        lock.lock();
        try {
            if (!closed) {
                time.every(this, period.toNanos(), work);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A tick of the thread that moves time. One that is waiting already is not added again. */
    void tick(Runnable work) {
        lock.lock();
        try {
            if (closed || waiting.contains(work)) {
                return;
            }
            waiting.addLast(work);
        } finally {
            lock.unlock();
        }
        runWaiting();
    }

    /** On the thread that moves time: runs all that waits, unless this is called by what runs. */
    void runWaiting() {
        for (Runnable work = take(false); work != null; work = take(true)) {
            run(work);
        }
    }

    private @Nullable Runnable take(boolean mine) {
        lock.lock();
        try {
            if (running && !mine) {
                return null;
            }
            Runnable next = waiting.pollFirst();
            running = next != null;
            if (!running) {
                idle.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failures++;
            if (Long.bitCount(failures) == 1) {
                LOG.error("work on stage {} failed ({} times so far)", name, failures, e);
            }
        }
    }

    @Override
    public void close() {
        time.forget(this);
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            if (!time.movedByThisThread()) {
                awaitIdle();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The thread is shared, so what runs is not interrupted. */
    private void awaitIdle() {
        long left = PATIENCE_NANOS;
        try {
            while (running && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
