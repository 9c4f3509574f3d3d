package io.verge.netlab;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/** One thread that waits for sockets, for instants and for what others want of it. Everything but {@link #call} and {@link #close} is its own. */
final class Loop implements Runnable, Closeable {
    private static final long MILLI = 1_000_000L;
    /** Nothing is due: look again after so many milliseconds. */
    private static final long IDLE = 1_000;

    /** What is done when a channel is ready. */
    interface Ready {
        void ready(SelectionKey key);
    }

    private record Due(long instant, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byInstant = Long.compare(instant, other.instant);
            return byInstant != 0 ? byInstant : Long.compare(order, other.order);
        }
    }

    private final Selector selector;
    private final LongSupplier nanoTime;
    private final long began;
    private final PriorityQueue<Due> timers = new PriorityQueue<>();
    private final Queue<Runnable> calls = new ConcurrentLinkedQueue<>();
    private long order;
    private volatile boolean closed;

    Loop(LongSupplier nanoTime) throws IOException {
        selector = Selector.open();
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
    }

    /** Nanoseconds since this loop was made; any thread. */
    long now() {
        return nanoTime.getAsLong() - began;
    }

    /** Does something at an instant or as soon after it as it can; never for {@link Passage#NEVER}. */
    void at(long instant, Runnable what) {
        if (instant != Passage.NEVER) {
            timers.add(new Due(instant, order++, what));
        }
    }

    /** Has something done by the loop's thread; any thread. */
    void call(Runnable what) {
        calls.add(what);
        selector.wakeup();
    }

    SelectionKey register(SelectableChannel channel, int operations, Ready ready) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, ready);
    }

    @Override
    public void run() {
        try (selector) {
            while (!closed) {
                selector.select(this::dispatch, untilNext());
                for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
                    call.run();
                }
                runDue();
            }
            selector.keys().forEach(key -> Sockets.close(key.channel()));
        } catch (IOException e) {
            throw new UncheckedIOException("the selector failed", e);
        }
    }

    private void dispatch(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Ready ready) {
            ready.ready(key);
        }
    }

    private void runDue() {
        long now = now();
        while (!timers.isEmpty() && timers.peek().instant() <= now) {
            timers.remove().what().run();
        }
    }

    /** Milliseconds, at least one: a selector takes zero for ever. */
    private long untilNext() {
        Due next = timers.peek();
        return next == null ? IDLE : Math.max(1, Math.min(IDLE, (next.instant() - now()) / MILLI));
    }

    /** Ends the loop and closes all its channels; any thread. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
