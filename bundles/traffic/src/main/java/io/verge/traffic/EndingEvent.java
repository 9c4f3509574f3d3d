package io.verge.traffic;

import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.time.Instant;

/** An event that has ended, which is said three times within a second, for the air loses messages. For one thread. */
final class EndingEvent {
    private static final int TIMES = 3;
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private RoadEvent event;
    private Instant ended;
    private int said;

    EndingEvent(RoadEvent event, Instant ended) {
        this.event = event;
        this.ended = ended;
    }

    RoadEvent event() {
        return event;
    }

    /** Time went back: nothing may lie in the future. */
    void shift(Instant now) {
        ended = ended.isAfter(now) ? now : ended;
        if (event.since().isAfter(now)) {
            event = LivingEvent.with(event.id(), now, event);
        }
    }

    /**
     * How many times it is to be said now: once every 0.3 s; all that is left when the next scene may come too late.
     *
     * @param gap what may pass until the next scene
     */
    int due(Instant now, Duration gap) {
        Duration since = Duration.between(ended, now);
        boolean last = since.plus(gap).compareTo(WITHIN) >= 0;
        int by = last ? TIMES : (int) Math.min(TIMES, 1 + since.dividedBy(BETWEEN));
        int times = Math.max(0, by - said);
        said += times;
        return times;
    }

    boolean said() {
        return said == TIMES;
    }
}
