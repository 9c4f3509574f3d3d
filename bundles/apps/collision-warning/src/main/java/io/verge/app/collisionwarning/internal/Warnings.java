package io.verge.app.collisionwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.traffic.EventDraft;
import io.verge.traffic.EventLife;
import io.verge.traffic.Hold;
import io.verge.traffic.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes warnings of dangers: a danger must be seen several times before anyone is warned, and a warning outlives it a little, so
 * that neither flickers. What one kind of sensor says of one of the two must be seen in all looks.
 */
final class Warnings {
    private static final Duration VALIDITY = Duration.ofSeconds(1);

    private final Settings settings;
    private final EventLife life;
    /** In the order in which they were first seen, so that the same scenes give the same announcements. */
    private final Map<Danger.Pair, Watched> watched = new LinkedHashMap<>();

    Warnings(String app, Settings settings) {
        this.settings = settings;
        // How long a warning outlives its danger is the hold's business alone.
        life = new EventLife(app, settings.period(), Duration.ZERO);
    }

    void update(Scene scene, List<Danger> dangers, Announcer out) {
        for (Danger danger : dangers) {
            if (confidence(danger, scene.time()) >= settings.minConfidence()) {
                RoadEvent event = event(scene, danger);
                watched.computeIfAbsent(danger.pair(), pair -> new Watched(settings, event))
                        .see(event, danger);
            }
        }
        life.begin(scene);
        watched.forEach((pair, one) -> {
            if (one.holds(scene.time())) {
                life.raise(pair, one.event());
            }
        });
        watched.values().removeIf(Watched::forgotten);
        life.finish(out);
    }

    /** No surer than that both are there: a road user that only says so itself is not made up for by its victim. */
    private static double confidence(Danger danger, Instant now) {
        return danger.probability() * Math.min(Trust.of(danger.a(), now), Trust.of(danger.b(), now));
    }

    private RoadEvent event(Scene scene, Danger danger) {
        return EventDraft.of(RoadEvent.Kind.COLLISION_RISK, danger.place())
                .radius(settings.radius())
                .confidence(confidence(danger, scene.time()))
                .validity(VALIDITY)
                .expected(scene.time().plusMillis(Math.round(danger.seconds() * 1000)))
                .lanes(danger.lanes())
                .heading(danger.heading())
                .roadUsers(danger.a().id(), danger.b().id())
                .build();
    }

    /** A pair in danger now or lately. */
    private static final class Watched {
        private final Hold hold;
        private final int looks;
        private final int hits;
        private RoadEvent event;
        private boolean seen;
        /** Looks in a row in which it was. */
        private int streak;
        /** Whether both have been found by more than one kind of sensor: such are where they seem to be. */
        private boolean agreed;
        /** That one violates its signal has been seen several times before it is taken for true. */
        private boolean atOnce;

        private int unseen;

        Watched(Settings settings, RoadEvent event) {
            this.event = event;
            hold = new Hold(settings.hits(), settings.looks(), settings.release());
            looks = settings.looks();
            hits = settings.hits();
        }

        void see(RoadEvent now, Danger danger) {
            event = now;
            seen = true;
            atOnce = danger.sure();
            agreed = danger.a().sources().size() > 1 && danger.b().sources().size() > 1;
        }

        boolean holds(Instant now) {
            unseen = seen ? 0 : unseen + 1;
            streak = seen ? streak + 1 : 0;
            boolean counts = seen && (agreed || streak > looks - hits);
            boolean held = hold.update(now, counts) || (seen && atOnce);
            seen = false;
            return held;
        }

        /** As it was when last seen. */
        RoadEvent event() {
            return event;
        }

        boolean forgotten() {
            return !hold.held() && unseen >= looks;
        }
    }
}
