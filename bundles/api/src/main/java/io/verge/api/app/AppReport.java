package io.verge.api.app;

import io.verge.api.status.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an app is.
 *
 * @param lastAnnouncement null when there was none
 * @param counters since the app was started: {@code scenes}, {@code skipped} (scenes replaced by newer ones),
 *     {@code announcements}, {@code unspeakable}, {@code failures}, {@code overruns}, and what the app counts itself
 */
public record AppReport(String name, Status status, @Nullable Instant lastAnnouncement, Map<String, Long> counters) {}
