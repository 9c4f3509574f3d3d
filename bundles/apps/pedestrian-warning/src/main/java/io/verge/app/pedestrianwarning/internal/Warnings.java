package io.verge.app.pedestrianwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.EventDraft;
import io.verge.traffic.EventLife;
import io.verge.traffic.Hold;
import io.verge.traffic.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes warnings of dangers: one for each crosswalk, whoever is on it, and one for each walker elsewhere. A danger must be seen
 * several times before anyone is warned, and a warning outlives it a little, so that neither flickers.
 */
final class Warnings {
    private static final Duration VALIDITY = Duration.ofSeconds(1);

    private final PedestrianWarningConfig config;
    private final EventLife life;
    /** In the order in which they were first seen, so that the same scenes give the same announcements. */
    private final Map<Object, Watched> watched = new LinkedHashMap<>();

    Warnings(PedestrianWarningConfig config) {
        this.config = config;
        // How long a warning outlives its danger is the hold's business alone.
        life = new EventLife(config.id(), Duration.ofMillis(config.period()), Duration.ZERO);
    }

    void update(Scene scene, List<Danger> dangers, Announcer out) {
        Map<Object, List<Danger>> places = new LinkedHashMap<>();
        for (Danger danger : dangers) {
            if (confidence(danger, scene.time()) >= config.minConfidence()) {
                places.computeIfAbsent(danger.walker().key(), key -> new ArrayList<>())
                        .add(danger);
            }
        }
        places.forEach((key, there) -> {
            RoadEvent event = event(scene, there);
            watched.computeIfAbsent(key, place -> new Watched(config, event)).see(event);
        });
        life.begin(scene);
        watched.forEach((key, one) -> {
            if (one.holds(scene.time())) {
                life.raise(key, one.event());
            }
        });
        watched.values().removeIf(Watched::forgotten);
        life.finish(out);
    }

    /** No surer than that both are there. */
    private static double confidence(Danger danger, Instant now) {
        return Math.min(Trust.of(danger.walker().user(), now), Trust.of(danger.vehicle(), now));
    }

    private RoadEvent event(Scene scene, List<Danger> dangers) {
        Danger soonest = dangers.stream()
                .min(Comparator.comparingDouble(Danger::seconds))
                .orElseThrow();
        RoadUser walker = soonest.walker().user();
        SortedSet<Integer> lanes = new TreeSet<>();
        SortedSet<Integer> users = new TreeSet<>();
        for (Danger danger : dangers) {
            lanes.add(danger.lane());
            users.add(danger.walker().user().id());
            users.add(danger.vehicle().id());
        }
        return EventDraft.of(RoadEvent.Kind.PEDESTRIAN_ON_ROAD, walker.motion().position())
                .radius(config.radius())
                .confidence(confidence(soonest, scene.time()))
                .validity(VALIDITY)
                .expected(scene.time().plusMillis(Math.round(soonest.seconds() * 1000)))
                .lanes(List.copyOf(lanes))
                .heading(walker.motion().heading())
                .roadUsers(List.copyOf(users))
                .build();
    }

    /** A place in danger now or lately. */
    private static final class Watched {
        private final Hold hold;
        private final int looks;
        private RoadEvent event;
        private boolean seen;
        private int unseen;

        Watched(PedestrianWarningConfig config, RoadEvent event) {
            this.event = event;
            looks = Math.max(config.hits(), config.looks());
            hold = new Hold(config.hits(), looks, Duration.ofMillis(config.release()));
        }

        void see(RoadEvent now) {
            event = now;
            seen = true;
        }

        boolean holds(Instant now) {
            unseen = seen ? 0 : unseen + 1;
            boolean held = hold.update(now, seen);
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
