package io.verge.cloud.internal.log;

import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.api.time.Clock;
import io.verge.json.tree.JsonTree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the log while somebody wants it: a message a second at most, one on its way at a time. Nothing is copied: what is not sent
 * yet stays in the memory of lines, over the end of a session, too, and what that forgets before it was sent is counted and said.
 * {@link #want} is called by any thread, {@link #tick} by one.
 */
final class LogStream {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_OCTETS = 60 * 1024;
    private static final int LEAST_OCTETS = 1024;
    private static final int REFUSALS = 0x80;

    private final Logs logs;
    private final Clock clock;
    private final Wire wire;
    private final AtomicReference<@Nullable Order> wanted = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    private @Nullable Order current;
    private @Nullable Part underWay;
    /** Number of the line up to which all is sent or was not wanted. */
    private long last;

    /** Where the messages go. */
    interface Wire {
        /**
         * Sends one.
         *
         * @param outcome told once, by any thread: the reason of PUBACK, or −1
         * @return false when it cannot be sent now
         */
        boolean send(String json, IntConsumer outcome);

        /** Octets that a message should have. */
        int size();
    }

    /** What is wanted. One is the same as itself alone: asked again, it begins anew. */
    private static final class Order {
        private final LogLevel level;
        private final int rate;
        private final Instant until;
        private final long end;
        private final long from;

        Order(LogLevel level, int rate, Instant until, long end, long from) {
            this.level = level;
            this.rate = rate;
            this.until = until;
            this.end = end;
            this.from = from;
        }
    }

    /** Lines for one message. Its outcome is written by another thread. */
    private static final class Part {
        private final List<Map<String, Object>> lines = new ArrayList<>();
        private long seen;
        private long gap;
        private int octets;
        private volatile @Nullable Boolean arrived;
    }

    LogStream(Logs logs, Clock clock, Wire wire) {
        this.logs = logs;
        this.clock = clock;
        this.wire = wire;
    }

    /**
     * Sends what comes from now on; what was wanted before is not any more.
     *
     * @param rate lines a second
     * @param time how long; zero ends it
     * @return when it will end
     */
    Instant want(LogLevel level, int rate, Duration time) {
        Instant until = clock.now().plus(time);
        List<LogLine> newest = logs.since(-1, 1);
        long from = newest.isEmpty() ? -1 : newest.get(0).number();
        wanted.set(new Order(level, rate, until, clock.nanoTime() + time.toNanos(), from));
        return until;
    }

    /** Once a second. */
    void tick() {
        Order order = wanted.get();
        settle(order);
        if (order == null || underWay != null) {
            return;
        }
        if (order != current) {
            current = order;
            last = order.from;
        }
        boolean over = clock.nanoTime() - order.end >= 0;
        Part part = gather(order);
        if (!part.lines.isEmpty() || part.gap > 0 || over) {
            send(order, part, over);
        } else {
            last = part.seen;
        }
        if (over) {
            wanted.compareAndSet(order, null);
        }
    }

    private void settle(@Nullable Order order) {
        Part part = underWay;
        Boolean arrived = part == null ? null : part.arrived;
        if (part == null || arrived == null) {
            return;
        }
        underWay = null;
        if (arrived) {
            sent.addAndGet(part.lines.size());
            dropped.addAndGet(part.gap);
            last = order == current ? part.seen : last;
        }
    }

    private Part gather(Order order) {
        Part part = new Part();
        part.seen = last;
        int most = Math.max(LEAST_OCTETS, Math.min(MOST_OCTETS, wire.size()));
        List<LogLine> fresh = logs.since(last, MOST_LINES);
        part.gap = fresh.isEmpty() ? 0 : fresh.get(0).number() - last - 1;
        for (LogLine line : fresh) {
            if (order.level.takes(line) && !add(part, line, order.rate, most)) {
                break;
            }
            part.seen = line.number();
        }
        return part;
    }

    private static boolean add(Part part, LogLine line, int rate, int most) {
        Map<String, Object> fields = LogLines.fields(line);
        int octets = JsonTree.octets(fields).length + 1;
        boolean fits = part.lines.size() < rate && (part.lines.isEmpty() || part.octets + octets <= most);
        if (fits) {
            part.lines.add(fields);
            part.octets += octets;
        }
        return fits;
    }

    private void send(Order order, Part part, boolean over) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("level", order.level);
        message.put("until", order.until);
        message.put("dropped", part.gap);
        message.put("lines", List.copyOf(part.lines));
        if (over) {
            message.put("ended", true);
        }
        underWay = part;
        if (!wire.send(JsonTree.write(message), reason -> part.arrived = reason >= 0 && reason < REFUSALS)) {
            underWay = null;
        }
    }

    /** Adds the figures since the start. Any thread. */
    void count(Map<String, Long> counters) {
        counters.put("logLines", sent.get());
        counters.put("logDropped", dropped.get());
    }
}
