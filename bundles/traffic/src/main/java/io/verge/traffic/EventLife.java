package io.verge.traffic;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The life of an app's events: one stable id for each real event, announced when it begins, again at a pace, and three times within
 * a second when it has ended. At every scene call {@link #begin}, {@link #raise} for each event that is so now, {@link #finish}. For
 * one thread.
 *
 * <pre>
 *          raise            paced              not raised for the linger
 *  (none) ───────▶ NEW ──────────────▶ UPDATE ──────────────────────────▶ CANCEL, CANCEL, CANCEL
 * </pre>
 *
 * What is raised after its end is another event with another id.
 */
public final class EventLife {
    /** Of more events at once the latest are not taken: so many are a fault, not traffic. */
    public static final int MOST = 256;

    private final String app;
    private final Duration period;
    private final Duration linger;
    private final Map<Object, LivingEvent> living = new LinkedHashMap<>();
    private final List<EndingEvent> ending = new ArrayList<>();
    private Instant now = Instant.MIN;
    /** From the scene before to this one: what may be expected to pass until the next. */
    private Duration gap = Duration.ZERO;

    private Stamps stamps = Stamps.NONE;
    private long raised;
    private long cancelled;

    /**
     * @param app its name, the beginning of the ids
     * @param updatePeriod between announcements of one event, greater than zero
     * @param linger how long an event lives on when it is not raised, not negative
     */
    public EventLife(String app, Duration updatePeriod, Duration linger) {
        this.app = app;
        this.period = updatePeriod;
        this.linger = linger;
    }

    /** A scene begins. When its time is before that of the last, all that is remembered moves back with it. */
    public void begin(Scene scene) {
        boolean first = now.equals(Instant.MIN);
        Instant time = scene.time();
        gap = first ? Duration.ZERO : Duration.between(now, time);
        if (gap.isNegative()) {
            living.values().forEach(event -> event.shift(time));
            ending.forEach(event -> event.shift(time));
            gap = Duration.ZERO;
        }
        now = time;
        stamps = scene.stamps();
    }

    /**
     * Something is so now.
     *
     * @param key what makes two sightings the same real event, such as {@code lane-3} or {@code 17:23}
     * @param draft its id and beginning are replaced by the life's own
     */
    public void raise(Object key, RoadEvent draft) {
        LivingEvent event = living.get(key);
        if (event == null) {
            if (living.size() >= MOST) {
                return;
            }
            raised++;
            event = new LivingEvent(id(), now, period);
            living.put(key, event);
        }
        event.seen(now, draft);
    }

    /** The scene has been looked at: announces what is due. */
    public void finish(Announcer out) {
        living.values().removeIf(event -> {
            if (!event.endedBy(now, linger)) {
                return false;
            }
            if (event.announced()) {
                cancelled++;
                ending.add(new EndingEvent(event.event(), now));
            }
            return true;
        });
        for (LivingEvent event : living.values()) {
            if (event.due(now)) {
                out.announce(new EventAnnouncement(now, stamps, event.event(), event.announce()));
            }
        }
        for (EndingEvent event : ending) {
            for (int i = event.due(now, gap); i > 0; i--) {
                out.announce(new EventAnnouncement(now, stamps, event.event(), Phase.CANCEL));
            }
        }
        ending.removeIf(EndingEvent::said);
    }

    /** What has begun and not ended, oldest first. */
    public List<RoadEvent> active() {
        return living.values().stream().map(LivingEvent::event).toList();
    }

    /** How many events have begun. */
    public long raised() {
        return raised;
    }

    /** How many events have ended. */
    public long cancelled() {
        return cancelled;
    }

    /** The second keeps ids apart when the app is started anew, the number when the clock is set back. */
    private String id() {
        return app + "-" + Long.toString(now.getEpochSecond(), Character.MAX_RADIX) + "-" + raised;
    }
}
