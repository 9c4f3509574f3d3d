package io.verge.gate.internal;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is sent late. Two limits: the age of what is said, by wall time, and for what concerns safety the time the box itself
 * took, by the monotonic clock, which holds also when the wall time is set.
 */
final class Freshness {
    private final GateConfig config;
    private final Duration ahead;
    private final Duration delay;

    Freshness(GateConfig config) {
        this.config = config;
        this.ahead = Duration.ofMillis(config.ahead());
        this.delay = Duration.ofMillis(config.delay());
    }

    /**
     * Of an announcement, or of a message made of it.
     *
     * @param time when what it says was true
     */
    @Nullable
    Stop check(Announcement cause, Instant time, Instant now, long nanos) {
        Duration age = Duration.between(time, now);
        Duration limit = limit(cause.kind());
        if (age.compareTo(limit) > 0) {
            return new Stop(Reason.TOO_OLD, "it is " + Stop.shown(age) + " old (limit " + Stop.shown(limit) + ")");
        }
        if (age.negated().compareTo(ahead) > 0) {
            return new Stop(
                    Reason.FUTURE,
                    "its time lies " + Stop.shown(age.negated()) + " ahead of the clock (limit " + Stop.shown(ahead)
                            + ")");
        }
        long fused = cause.stamps().fused();
        if (urgent(cause) && fused != Stamps.UNSET && nanos - fused > delay.toNanos()) {
            return new Stop(
                    Reason.LATE,
                    "it comes " + Stop.shown(Duration.ofNanos(nanos - fused)) + " after its scene (limit "
                            + Stop.shown(delay) + ")");
        }
        return null;
    }

    private Duration limit(Announcement.Kind kind) {
        return Duration.ofMillis(
                switch (kind) {
                    case SIGNAL -> config.age_signal();
                    case ROAD_USERS -> config.age_roadUsers();
                    case MAP, EVENT, ADVICE, SIGN, CORRECTIONS, PRIORITY -> config.age_other();
                });
    }

    /** Whether it is worth nothing when it is late. That an event is over is better told late than never. */
    private static boolean urgent(Announcement cause) {
        return switch (cause.kind()) {
            case SIGNAL, ROAD_USERS -> true;
            case EVENT ->
                !(cause instanceof EventAnnouncement event) || event.phase() != EventAnnouncement.Phase.CANCEL;
            case MAP, ADVICE, SIGN, CORRECTIONS, PRIORITY -> false;
        };
    }
}
