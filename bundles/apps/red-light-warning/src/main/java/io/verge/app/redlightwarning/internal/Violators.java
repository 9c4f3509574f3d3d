package io.verge.app.redlightwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Credible;
import io.verge.traffic.EventDraft;
import io.verge.traffic.RedLights;
import io.verge.traffic.RedLights.Verdict;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.RouteGuess;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Signals;
import io.verge.traffic.StoppingHabits;
import io.verge.traffic.Trends;
import io.verge.traffic.Trust;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds who does not stop at a red signal. One thread. */
final class Violators {
    private static final Duration VALIDITY = Duration.ofSeconds(1);
    /** Slower than this, m/s, nobody arrives at a time that can be told. */
    private static final double CREEPING = 0.5;

    private final RoadNet net;
    private final Addressees addressees;
    private final double minConfidence;
    private final double radius;
    private final Trends trends = new Trends();
    private final RedLights redLights;
    private final Credible credible;

    Violators(RedLightWarningConfig config, RoadNet net) {
        this.net = net;
        addressees = new Addressees(net);
        minConfidence = config.minConfidence();
        radius = config.radius();
        redLights = new RedLights(
                new Signals(Duration.ofMillis(config.signalAge())),
                trends,
                new StoppingHabits(config.violation(), config.latest()),
                config.sigmas());
        credible = new Credible(new Credible.Limits(
                Duration.ofMillis(config.followed()),
                Duration.ofMillis(config.coasting()),
                config.placeError(),
                config.speedError()));
    }

    /** Tells each violator's id and what is to be said of it. */
    void find(Scene scene, BiConsumer<Object, RoadEvent> found) {
        trends.update(scene);
        credible.update(scene);
        redLights.begin(scene);
        for (RoadUser user : scene.roadUsers()) {
            if (drives(user.type()) && credible.of(user)) {
                List<Option> options = RouteGuess.of(net, user, trends.turnRate(user.id()));
                redLights.look(scene, user, options);
                Verdict verdict = redLights.of(user.id());
                double confidence = Trust.of(user, scene.time());
                if (verdict != Verdict.OBEYS && !options.isEmpty() && confidence >= minConfidence) {
                    found.accept(user.id(), event(scene, user, options.get(0), verdict, confidence));
                }
            }
        }
    }

    private static boolean drives(RoadUserType type) {
        return type.motorised() || type == RoadUserType.BICYCLE || type == RoadUserType.UNKNOWN;
    }

    private RoadEvent event(Scene scene, RoadUser user, Option option, Verdict verdict, double confidence) {
        Route route = option.route();
        EventDraft draft = EventDraft.of(RoadEvent.Kind.RED_LIGHT_VIOLATION, addressees.stopLine(route))
                .radius(radius)
                .confidence(confidence)
                .validity(VALIDITY)
                .lanes(addressees.lanes(route))
                .heading(route.path().headingAt(Math.nextDown(route.stopLine())))
                .roadUsers(user.id());
        if (verdict == Verdict.WILL_NOT_STOP) {
            double speed = Math.max(user.motion().velocity().speed(), CREEPING);
            double seconds = Math.max(0, RedLights.toStopLine(user, option)) / speed;
            draft.expected(scene.time().plusMillis(Math.round(seconds * 1000)));
        }
        return draft.build();
    }
}
