package io.verge.audit.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.audit.Anchor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands the head of the trail to the outbox: at the start, each hour, and after a hundred entries. The outbox is durable, so a head that
 * it has taken arrives some day; until then only the disk of this box knows of it. One thread.
 */
final class Anchors {
    static final String STREAM = "audit-head";

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final long ENTRIES = 100;

    private final Clock clock;
    /** The last that is durable; set by the outbox's thread. */
    private final AtomicReference<@Nullable Anchor> taken = new AtomicReference<>();
    /** By the monotonic clock, for the wall clock jumps. */
    private long tried;

    private long triedUpTo;
    private boolean ever;

    Anchors(Clock clock) {
        this.clock = clock;
    }

    /** As it was kept. */
    void start(@Nullable Anchor kept) {
        taken.set(kept);
    }

    /** The last that the outbox has made durable. */
    Optional<Anchor> last() {
        return Optional.ofNullable(taken.get());
    }

    long lastNumber() {
        return last().map(Anchor::number).orElse(0L);
    }

    /** Offers the head when it is time. */
    void offer(long number, String hash, Outbox outbox) {
        if (number <= lastNumber() || !due(number)) {
            return;
        }
        ever = true;
        tried = clock.nanoTime();
        triedUpTo = number;
        Anchor anchor = new Anchor(number, hash, clock.now());
        ByteBuffer content = ByteBuffer.wrap(anchor.json().getBytes(StandardCharsets.UTF_8));
        outbox.offer(new CloudRecord(Lane.CRITICAL, STREAM, null, anchor.time(), null, content))
                .thenRun(() -> taken.set(anchor));
    }

    /** What failed is tried again with the next of these. */
    private boolean due(long number) {
        long since = clock.nanoTime() - tried;
        return !ever || since >= PERIOD.toNanos() || number - Math.max(lastNumber(), triedUpTo) >= ENTRIES;
    }
}
