package io.verge.cloud.internal.mqtt;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a port tells, for a test that waits for it. */
final class Heard implements MqttListener {
    /** An answer to a message. */
    record Delivered(long token, int reason) {}

    /** An answer to a subscription. */
    record Subscribed(List<Integer> reasons) {}

    final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    final AtomicInteger signs = new AtomicInteger();
    volatile boolean full;

    @Override
    public void connected(Accepted accepted) {
        events.add(accepted);
    }

    @Override
    public void ended(Ended why) {
        events.add(why);
    }

    @Override
    public void subscribed(List<Integer> reasons) {
        events.add(new Subscribed(reasons));
    }

    @Override
    public void delivered(long token, int reason) {
        events.add(new Delivered(token, reason));
    }

    @Override
    public boolean arrived(Inbound message) {
        return !full && events.add(message);
    }

    @Override
    public void heard() {
        signs.incrementAndGet();
    }

    /** The next event of this kind; fails when none comes within ten seconds. */
    <T> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            Object event = events.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no " + kind.getSimpleName() + " came");
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }
}
