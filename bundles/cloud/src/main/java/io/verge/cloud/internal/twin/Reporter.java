package io.verge.cloud.internal.twin;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.tree.MergePatch;
import io.verge.json.tree.JsonTree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the cloud what became of its wishes: a merge patch whenever something has changed, and all of it when the cloud may have missed
 * some, once a day, and when asked. A version is on disk before it is told, so none is told twice with another content.
 */
final class Reporter {
    private static final Duration DAY = Duration.ofDays(1);

    private final TwinMemory memory;
    private final Clock clock;
    private final Channel channel;
    /** Told in this session and not confirmed yet; touched by the uplink's thread too. */
    private AtomicInteger underway = new AtomicInteger();

    private boolean session;
    /** Whether the cloud may have missed something since it was told all. */
    private boolean uncertain = true;

    private long told;

    /** The way to the cloud. */
    @FunctionalInterface
    interface Channel {
        /**
         * Sends a message.
         *
         * @param arrived called by any thread when the broker has it
         * @return false when it is not sent
         */
        boolean send(String json, Runnable arrived);
    }

    Reporter(TwinMemory memory, Clock clock, Channel channel) {
        this.memory = memory;
        this.clock = clock;
        this.channel = channel;
    }

    /** @param missed whether the cloud may have missed something */
    void began(boolean missed) {
        session = true;
        uncertain |= missed || underway.get() > 0;
        underway = new AtomicInteger();
    }

    void ended() {
        session = false;
    }

    /** All is to be told. */
    void ask() {
        uncertain = true;
    }

    /** Numbers what is new and tells it while there is a session. */
    void tell(Map<String, Object> document) {
        TwinState state = memory.state();
        long base = state.reported();
        Map<String, Object> patch = MergePatch.between(state.report(), document);
        boolean changed = !patch.isEmpty() || base == 0;
        if (changed) {
            memory.set(state.reported(base + 1, document));
            if (!memory.save()) {
                memory.set(memory.state().reported(base, state.report()));
                return;
            }
        }
        if (!session) {
            uncertain |= changed;
        } else if (uncertain || clock.nanoTime() - told >= DAY.toNanos()) {
            tellAll();
        } else if (changed) {
            uncertain = !send(message(base, false, patch));
        }
    }

    private void tellAll() {
        if (send(message(0, true, memory.state().report()))) {
            uncertain = false;
            told = clock.nanoTime();
        }
    }

    private boolean send(Map<String, Object> message) {
        AtomicInteger waiting = underway;
        waiting.incrementAndGet();
        boolean sent = channel.send(JsonTree.write(message), waiting::decrementAndGet);
        if (!sent) {
            waiting.decrementAndGet();
        }
        return sent;
    }

    private Map<String, Object> message(long base, boolean full, Map<String, Object> patch) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("base", base);
        message.put("version", memory.state().reported());
        message.put("full", full);
        message.put("patch", patch);
        return message;
    }
}
