package io.verge.traffic;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.app.Pace;
import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that has begun and not ended. For one thread. */
final class LivingEvent {
    private final String id;
    private final Pace pace;
    private Instant since;
    private Instant seen;
    private boolean announced;
    private @Nullable RoadEvent event;

    LivingEvent(String id, Instant since, Duration period) {
        this.id = id;
        this.since = since;
        this.seen = since;
        this.pace = new Pace(period);
    }

    void seen(Instant now, RoadEvent draft) {
        seen = now;
        event = with(id, since, draft);
    }

    /** The same event of that id and beginning. */
    static RoadEvent with(String id, Instant since, RoadEvent event) {
        return new RoadEvent(
                id,
                event.kind(),
                since,
                event.position(),
                event.radius(),
                event.confidence(),
                event.validity(),
                event.expected(),
                event.lanes(),
                event.heading(),
                event.roadUsers(),
                event.detail());
    }

    /** Time went back: nothing may lie in the future. */
    void shift(Instant now) {
        if (since.isAfter(now)) {
            since = now;
            event = event == null ? null : with(id, now, event);
        }
        seen = seen.isAfter(now) ? now : seen;
    }

    boolean endedBy(Instant now, Duration linger) {
        return !seen.equals(now) && !seen.plus(linger).isAfter(now);
    }

    /** Only what was seen at this scene is announced; what lingers is not said to be so. */
    boolean due(Instant now) {
        return seen.equals(now) && pace.due(now);
    }

    Phase announce() {
        Phase phase = announced ? Phase.UPDATE : Phase.NEW;
        announced = true;
        return phase;
    }

    boolean announced() {
        return announced;
    }

    RoadEvent event() {
        if (event == null) {
            throw new IllegalStateException("not seen yet: " + id);
        }
        return event;
    }
}
