package io.verge.api.app;

import io.verge.api.status.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an app is.
 *
 * @param lastAnnouncement null when there was none
 * @param lastEvent what it last said of an event, for people: phase, kind, id and detail; null when it never did
 * @param counters since the app was started: {@code scenes}, {@code skipped} (scenes replaced by newer ones),
 *     {@code announcements}, {@code events} (that it announced as new), {@code unspeakable}, {@code failures},
 *     {@code overruns}, and what the app counts itself
 */
public record AppReport(
        String name,
        Status status,
        @Nullable Instant lastAnnouncement,
        @Nullable String lastEvent,
        Map<String, Long> counters) {
    /** Of an app that has said nothing of events. */
    public AppReport(String name, Status status, @Nullable Instant lastAnnouncement, Map<String, Long> counters) {
        this(name, status, lastAnnouncement, null, counters);
    }
}
