package io.verge.cloud.internal.file;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.api.cloud.Ranges.Part;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The parts of files that were asked for and have not come yet. Used by the thread of the files. */
final class RangeDesk {
    private static final int UNKNOWN = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int LATE = 504;
    /** What nobody asked for is answered so often at most: two that answer each other must not go on for ever. */
    private static final long ANSWER = Duration.ofSeconds(1).toNanos();

    private final Clock clock;
    private final Wire wire;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong come = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong stray = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private long answered;

    /** The way to the broker. */
    interface Wire {
        /** Sends one; false when it cannot. */
        boolean send(Outbound message);
    }

    private record Waiting(Assembly assembly, CompletableFuture<Part> answer, long end) {}

    /** Nothing is asked for yet. */
    RangeDesk(Clock clock, Wire wire) {
        this.clock = clock;
        this.wire = wire;
        this.answered = clock.nanoTime() - ANSWER;
    }

    /**
     * Asks for a part.
     *
     * @param topics null before the first session
     * @param id that no other request has
     * @param answer completed when it is there, or does not come
     */
    void ask(
            @Nullable Topics topics,
            String id,
            RangeRequest request,
            Duration patience,
            CompletableFuture<Part> answer) {
        asked.incrementAndGet();
        if (waiting.size() >= Ranges.MOST_REQUESTS) {
            fail(answer, new RangeException(TOO_MANY, Ranges.MOST_REQUESTS + " requests are under way"));
        } else if (topics == null || !wire.send(FileMessages.range(topics, id, request, patience))) {
            fail(answer, new RangeException(UNAVAILABLE, "there is no session with the cloud"));
        } else {
            waiting.put(id, new Waiting(new Assembly(request), answer, clock.nanoTime() + patience.toNanos()));
        }
    }

    /**
     * Octets have come.
     *
     * @param id for which request
     */
    void take(Topics topics, String id, Inbound message) {
        Waiting request = waiting.get(id);
        if (request == null) {
            stray(topics, id);
            return;
        }
        try {
            long before = request.assembly.duplicates();
            request.assembly.add(message).ifPresent(part -> {
                waiting.remove(id);
                come.incrementAndGet();
                request.answer.complete(part);
            });
            duplicates.addAndGet(request.assembly.duplicates() - before);
        } catch (RangeException e) {
            waiting.remove(id);
            fail(request.answer, e);
            if (!message.properties().containsKey(FileMessages.CODE)) {
                wire.send(FileMessages.end(topics, id, e.code(), e.getMessage()));
            }
        }
    }

    private void stray(Topics topics, String id) {
        stray.incrementAndGet();
        long now = clock.nanoTime();
        if (now - answered >= ANSWER) {
            answered = now;
            wire.send(FileMessages.end(topics, id, UNKNOWN, "this was not asked for, or not in time"));
        }
    }

    /** Once a second: who has waited long enough is told. */
    void tick() {
        long now = clock.nanoTime();
        for (Map.Entry<String, Waiting> one : List.copyOf(waiting.entrySet())) {
            if (now - one.getValue().end >= 0) {
                waiting.remove(one.getKey());
                fail(one.getValue().answer, new RangeException(LATE, "the cloud has not answered in time"));
            }
        }
    }

    /** The session is over, and the answers with it: they would be of requests that the broker may not have. */
    void ended() {
        List<Waiting> all = List.copyOf(waiting.values());
        waiting.clear();
        all.forEach(one -> fail(one.answer, new RangeException(UNAVAILABLE, "the session with the cloud has ended")));
    }

    private void fail(CompletableFuture<Part> answer, RangeException why) {
        failed.incrementAndGet();
        answer.completeExceptionally(why);
    }

    /** Adds the figures since the start. Any thread. */
    void count(Map<String, Long> counters) {
        counters.put("ranges", asked.get());
        counters.put("rangesCome", come.get());
        counters.put("rangesFailed", failed.get());
        counters.put("rangeStrays", stray.get());
        counters.put("rangeDuplicates", duplicates.get());
    }
}
