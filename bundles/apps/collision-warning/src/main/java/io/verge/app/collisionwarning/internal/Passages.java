package io.verge.app.collisionwarning.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Aspect;
import io.verge.traffic.Bodies;
import io.verge.traffic.Braking;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Signals;
import io.verge.traffic.Trends;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each road user does at its stop line. Remembers who has passed a red signal, for on the crossing no signal tells any more:
 * those that a road event of the scene names, and those that were seen to.
 */
final class Passages {
    /** A crossing is passed in that time. */
    private static final Duration MEMORY = Duration.ofSeconds(6);

    private final Settings settings;
    private final Signals signals;
    private final Trends trends;
    private final Manners manners;
    /** When each was last seen to violate its signal. */
    private final Map<Integer, Instant> violators = new HashMap<>();
    /** Who had to stop on every way that was open to it, when it was last seen before a stop line. */
    private final Map<Integer, Instant> bound = new HashMap<>();

    Passages(Settings settings, Trends trends, Manners manners) {
        this.settings = settings;
        this.trends = trends;
        this.manners = manners;
        signals = new Signals(settings.signalAge());
    }

    void begin(Scene scene) {
        Instant now = scene.time();
        violators.values().removeIf(seen -> gone(seen, now));
        bound.values().removeIf(seen -> gone(seen, now));
        for (RoadEvent event : scene.events()) {
            if (event.kind() == RoadEvent.Kind.RED_LIGHT_VIOLATION) {
                event.roadUsers().forEach(id -> violators.put(id, now));
            }
        }
    }

    private static boolean gone(Instant seen, Instant now) {
        return seen.isAfter(now) || seen.plus(MEMORY).isBefore(now);
    }

    /** Looks at all ways of a road user together: who may turn right on red is no violator for not stopping. */
    void look(Scene scene, RoadUser user, List<Option> options) {
        boolean before = !options.isEmpty();
        boolean mustStop = before;
        boolean violates = before;
        for (int i = 0; i < options.size(); i++) {
            double distance = distance(user, options.get(i));
            Passage.Kind kind = approaching(scene, user, options.get(i), distance);
            before &= distance > 0;
            mustStop &= kind != Passage.Kind.GOES;
            violates &= kind == Passage.Kind.VIOLATES;
        }
        if (before) {
            remember(bound, user, mustStop, scene.time());
            remember(violators, user, violates, scene.time());
        } else if (bound.remove(user.id()) != null
                && user.motion().velocity().speed() > settings.minSpeed()) {
            violators.put(user.id(), scene.time());
        }
    }

    private static void remember(Map<Integer, Instant> whom, RoadUser user, boolean so, Instant now) {
        if (so) {
            whom.put(user.id(), now);
        } else {
            whom.remove(user.id());
        }
    }

    /** After {@link #look}. */
    Passage of(Scene scene, RoadUser user, Option option) {
        double distance = distance(user, option);
        boolean violator = violators.containsKey(user.id())
                && user.motion().velocity().speed() > settings.minSpeed();
        if (distance <= 0 && !violator) {
            return Passage.FREE;
        }
        Passage.Kind kind = violator ? Passage.Kind.VIOLATES : approaching(scene, user, option, distance);
        return new Passage(kind, distance > 0 ? distance : Double.POSITIVE_INFINITY);
    }

    private Passage.Kind approaching(Scene scene, RoadUser user, Option option, double distance) {
        double speed = user.motion().velocity().speed();
        Aspect aspect = signals.after(scene, option.route().signalGroup(), Math.max(0, distance) / Math.max(speed, 0.1));
        if (distance <= 0 || aspect == Aspect.GO || aspect == Aspect.UNKNOWN) {
            return Passage.Kind.GOES;
        }
        double required = Braking.toStop(speed, distance);
        double braking = trends.braking(user.id());
        if (aspect == Aspect.CLEARING) {
            return manners.stops(required, braking) ? Passage.Kind.STOPS : Passage.Kind.GOES;
        }
        return required <= settings.hard() || Manners.manages(required, braking)
                ? Passage.Kind.STOPS
                : Passage.Kind.VIOLATES;
    }

    /** Whether it has or gets a green where it is, so that others on green have to arrange themselves with it by the rules. */
    boolean entitled(Scene scene, Option option) {
        return signals.now(scene, option.route().signalGroup()) == Aspect.GO;
    }

    private static double distance(RoadUser user, Option option) {
        return option.route().stopLine() - option.along() - Bodies.length(user) / 2;
    }
}
