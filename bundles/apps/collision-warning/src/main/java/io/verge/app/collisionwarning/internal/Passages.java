package io.verge.app.collisionwarning.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Aspect;
import io.verge.traffic.Braking;
import io.verge.traffic.RedLights;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Signals;
import io.verge.traffic.StoppingHabits;
import io.verge.traffic.Trends;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each road user does at its stop line; who violates its signal by a road event of the scene, or by its own looks. */
final class Passages {
    /** Who is slower than this, m/s, arrives at no time that is known. */
    private static final double CREEPING = 0.1;

    private final Settings settings;
    private final Signals signals;
    private final Trends trends;
    private final Manners manners;
    private final RedLights redLights;
    private final Set<Integer> named = new HashSet<>();

    Passages(Settings settings, Trends trends, Manners manners) {
        this.settings = settings;
        this.trends = trends;
        this.manners = manners;
        signals = new Signals(settings.signalAge());
        redLights = new RedLights(
                signals, trends, new StoppingHabits(settings.violation(), settings.latest()), settings.sigmas());
    }

    void begin(Scene scene) {
        redLights.begin(scene);
        named.clear();
        for (RoadEvent event : scene.events()) {
            if (event.kind() == RoadEvent.Kind.RED_LIGHT_VIOLATION) {
                named.addAll(event.roadUsers());
            }
        }
    }

    void look(Scene scene, RoadUser user, List<Option> options) {
        redLights.look(scene, user, options);
    }

    /** After {@link #look}. */
    Passage of(Scene scene, RoadUser user, Option option) {
        double distance = RedLights.toStopLine(user, option);
        double ahead = distance > 0 ? distance : Double.POSITIVE_INFINITY;
        if (violates(user)) {
            return new Passage(Passage.Kind.VIOLATES, ahead);
        }
        return new Passage(
                distance > 0 && mustStop(scene, user, option, distance) ? Passage.Kind.STOPS : Passage.Kind.GOES,
                ahead);
    }

    private boolean violates(RoadUser user) {
        return (named.contains(user.id()) || redLights.of(user.id()) != RedLights.Verdict.OBEYS)
                && user.motion().velocity().speed() > settings.minSpeed();
    }

    /** On yellow only who can. */
    private boolean mustStop(Scene scene, RoadUser user, Option option, double distance) {
        double speed = user.motion().velocity().speed();
        Aspect aspect = signals.after(scene, option.route().signalGroup(), distance / Math.max(speed, CREEPING));
        double required = Braking.toStop(speed, distance);
        return aspect == Aspect.STOP
                || (aspect == Aspect.CLEARING && manners.stops(required, trends.braking(user.id())));
    }

    /** Whether it has a green where it is, so that others with green have to arrange themselves with it by the rules. */
    boolean entitled(Scene scene, Option option) {
        return signals.now(scene, option.route().signalGroup()) == Aspect.GO;
    }
}
