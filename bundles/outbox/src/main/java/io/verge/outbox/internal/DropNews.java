package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the cloud what was dropped, at most once a minute: a record of the stream {@code outbox} in the lane event. For one thread. */
final class DropNews {
    private static final String STREAM = "outbox";
    private static final long BETWEEN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Drops drops;
    private final long[][] told = new long[Lanes.COUNT][Reason.COUNT];
    private Instant since;
    private long toldAt;
    private boolean toldBefore;

    DropNews(Drops drops, Instant start) {
        this.drops = drops;
        since = start;
    }

    /** The next record, when there is something new to tell and it is time. */
    Optional<CloudRecord> next(Instant now, long nanoTime) {
        if (toldBefore && nanoTime - toldAt < BETWEEN_NANOS) {
            return Optional.empty();
        }
        String lines = news();
        if (lines == null) {
            return Optional.empty();
        }
        String json = "{\"since\":\"" + since + "\",\"dropped\":[" + lines + "]}";
        since = now;
        toldAt = nanoTime;
        toldBefore = true;
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        return Optional.of(new CloudRecord(Lane.EVENT, STREAM, null, now, null, ByteBuffer.wrap(octets)));
    }

    /** Null when there is none; else it counts as told. */
    private @Nullable String news() {
        StringBuilder lines = new StringBuilder();
        for (Lane lane : Lane.values()) {
            for (Reason reason : Reason.values()) {
                long count = drops.count(lane, reason);
                long more = count - told[Lanes.number(lane)][reason.number()];
                // A newer state in place of an older one is what that lane is for.
                if (more > 0 && reason != Reason.REPLACED) {
                    told[Lanes.number(lane)][reason.number()] = count;
                    lines.append(lines.length() == 0 ? "" : ",")
                            .append("{\"lane\":\"")
                            .append(Rules.name(lane))
                            .append("\",\"reason\":\"")
                            .append(reason.word())
                            .append("\",\"records\":")
                            .append(more)
                            .append('}');
                }
            }
        }
        return lines.length() == 0 ? null : lines.toString();
    }
}
