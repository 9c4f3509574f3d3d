package io.verge.device.testkit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A lock, and waiting in real time until something under it is so. */
final class Awaited {
    private static final long LIMIT_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Changes something and wakes who waits. */
    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    <T> T look(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits; returns under the lock's protection whether it became so in time. */
    boolean await(BooleanSupplier so, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!so.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for long, which only a test that fails does. */
    void await(BooleanSupplier so, Supplier<String> missing) throws InterruptedException {
        if (!await(so, TimeUnit.SECONDS.toNanos(LIMIT_SECONDS))) {
            throw new AssertionError("after " + LIMIT_SECONDS + " s: " + look(missing));
        }
    }
}
