package io.verge.app.pedestrianwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Aspect;
import io.verge.traffic.Credible;
import io.verge.traffic.CrosswalkArea;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds who is where traffic may come, or will be. While people may walk, who walks that way will. Otherwise they go up to the
 * kerb and stop there: will be is who could not stop before it any more as people do.
 */
final class Walkers {
    /** Who is slower waits, m/s. */
    private static final double WAITING = 0.4;
    /** Who rides so many degrees from square to a crosswalk, or less, rides over it. */
    private static final double ACROSS = 50;
    /** How finely the way ahead is looked at, seconds. */
    private static final double STRIDE = 0.25;
    /** Nobody on foot or on a bicycle is faster, m/s. */
    private static final double FASTEST = 15;
    /** Not more than these of one scene; more are noise, not people. */
    private static final int MOST = 200;

    private final PedestrianWarningConfig config;
    private final RoadNet net;
    private final Ground ground;
    private final Pieces pieces;
    private final Signals signals;
    private final Credible credible;

    Walkers(PedestrianWarningConfig config, RoadNet net, Signals signals, Credible credible) {
        this.config = config;
        this.net = net;
        this.ground = new Ground(net);
        this.pieces = new Pieces(net);
        this.signals = signals;
        this.credible = credible;
    }

    List<Walker> of(Scene scene) {
        List<Walker> walkers = new ArrayList<>();
        for (RoadUser user : scene.roadUsers()) {
            if (walkers.size() < MOST && plausible(user) && credible.of(user) && !piece(user, scene)) {
                walker(user, scene).ifPresent(walkers::add);
            }
        }
        return walkers;
    }

    private static boolean plausible(RoadUser user) {
        Position at = user.motion().position();
        return (user.type() == RoadUserType.PEDESTRIAN || user.type() == RoadUserType.BICYCLE)
                && Double.isFinite(at.east() + at.north())
                && user.motion().velocity().speed() <= FASTEST;
    }

    private boolean piece(RoadUser user, Scene scene) {
        return user.type() == RoadUserType.PEDESTRIAN && pieces.contain(user, scene);
    }

    private Optional<Walker> walker(RoadUser user, Scene scene) {
        Walker elsewhere = new Walker(user, Optional.empty(), false);
        boolean governed = false;
        for (CrosswalkArea crosswalk : net.crosswalks()) {
            governed |= ground.governs(crosswalk, elsewhere.east(0), elsewhere.north(0));
            Aspect aspect = signals.now(scene, crosswalk.crosswalk().signalGroup());
            if (crosses(elsewhere, crosswalk, aspect)) {
                return Optional.of(new Walker(user, Optional.of(crosswalk), aspect != Aspect.STOP));
            }
        }
        // Bicycles drive on the carriageway as others do.
        return user.type() == RoadUserType.PEDESTRIAN && !governed && onCarriageway(elsewhere)
                ? Optional.of(elsewhere)
                : Optional.empty();
    }

    private boolean crosses(Walker walker, CrosswalkArea crosswalk, Aspect aspect) {
        double distance = crosswalk.distance(walker.east(0), walker.north(0));
        double speed = walker.user().motion().velocity().speed();
        if (distance > Ground.BESIDE + speed * config.entering() || ridesOver(walker, crosswalk)) {
            return false;
        }
        if (ground.on(crosswalk, walker.east(0), walker.north(0))) {
            return true;
        }
        if (leastSpeed(walker.user()) < WAITING) {
            return false;
        }
        boolean stops = aspect == Aspect.STOP || aspect == Aspect.CLEARING;
        double halt = halt(walker);
        return stops ? ground.before(crosswalk, walker.east(halt), walker.north(halt)) : enters(walker, crosswalk);
    }

    /** Bicycles drive over crosswalks as vehicles do; only who rides along one crosses on it. */
    private static boolean ridesOver(Walker walker, CrosswalkArea crosswalk) {
        if (walker.user().type() != RoadUserType.BICYCLE) {
            return false;
        }
        double along = crosswalk.line().project(walker.east(0), walker.north(0)).along();
        double turn = Headings.turn(
                crosswalk.line().headingAt(along),
                walker.user().motion().velocity().heading());
        return Math.abs(Math.abs(turn) - 90) < ACROSS;
    }

    /** Noise alone makes nobody walk. */
    private double leastSpeed(RoadUser user) {
        Motion motion = user.motion();
        return motion.velocity().speed()
                - config.sigmas() * motion.velocityError().semiMajor();
    }

    /** Where one comes to a halt who stops from now on: there he would be at his speed after so many seconds. */
    private double halt(Walker walker) {
        double least = Math.max(0, leastSpeed(walker.user()));
        double speed = walker.user().motion().velocity().speed();
        return speed > 0 ? least * least / (2 * config.stopping()) / speed : 0;
    }

    private boolean enters(Walker walker, CrosswalkArea crosswalk) {
        for (double t = STRIDE; t <= config.entering(); t += STRIDE) {
            if (crosswalk.contains(walker.east(t), walker.north(t), 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean onCarriageway(Walker walker) {
        if (ground.onCarriageway(walker.east(0), walker.north(0))) {
            return true;
        }
        double halt = halt(walker);
        return leastSpeed(walker.user()) >= WAITING && ground.onCarriageway(walker.east(halt), walker.north(halt));
    }
}
