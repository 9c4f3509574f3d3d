package io.verge.app.pedestrianwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.site.LaneUse;
import io.verge.traffic.Aspect;
import io.verge.traffic.Credible;
import io.verge.traffic.CrosswalkArea;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who is where traffic may come. */
final class Walkers {
    /** So near beside a crosswalk one crosses on it, metres; so near at its end one waits. */
    private static final double BESIDE = 2;
    /** Who is slower waits, m/s; a sensor sees who waits at the kerb up to so far on the crosswalk, metres. */
    private static final double WAITING = 0.4;

    private static final double KERB = 0.5;
    /** Who rides so many degrees from square to a crosswalk, or less, rides over it. */
    private static final double ACROSS = 50;
    /** From the middle of a way over the crossing to where no wheels pass, metres: maps do not say how curves run. */
    private static final double WHEELS = 1.2;
    /** How finely the way ahead is looked at, seconds. */
    private static final double STRIDE = 0.25;
    /** Nobody on foot or on a bicycle is faster, m/s. */
    private static final double FASTEST = 15;
    /** Not more than these of one scene; more are noise, not people. */
    private static final int MOST = 200;

    private final RoadNet net;
    private final double entering;
    private final Signals signals;
    private final Credible credible;
    private final double sigmas;

    Walkers(RoadNet net, double entering, Signals signals, Credible credible, double sigmas) {
        this.net = net;
        this.entering = entering;
        this.signals = signals;
        this.credible = credible;
        this.sigmas = sigmas;
    }

    List<Walker> of(Scene scene) {
        List<Walker> walkers = new ArrayList<>();
        for (RoadUser user : scene.roadUsers()) {
            if (walkers.size() < MOST && plausible(user) && credible.of(user)) {
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

    private Optional<Walker> walker(RoadUser user, Scene scene) {
        Walker nowhere = new Walker(user, Optional.empty());
        for (CrosswalkArea crosswalk : net.crosswalks()) {
            if (crosses(nowhere, crosswalk, mayWalk(scene, crosswalk))) {
                return Optional.of(new Walker(user, Optional.of(crosswalk)));
            }
        }
        // Bicycles drive on the carriageway as others do.
        return user.type() == RoadUserType.PEDESTRIAN && onCarriageway(nowhere.east(0), nowhere.north(0))
                ? Optional.of(nowhere)
                : Optional.empty();
    }

    /** At don't walk people go up to the kerb and stop there: who does so does not enter the road. */
    private boolean mayWalk(Scene scene, CrosswalkArea crosswalk) {
        return signals.now(scene, crosswalk.crosswalk().signalGroup()) != Aspect.STOP;
    }

    private boolean crosses(Walker walker, CrosswalkArea crosswalk, boolean mayWalk) {
        double distance = crosswalk.distance(walker.east(0), walker.north(0));
        double speed = walker.user().motion().velocity().speed();
        if (distance > BESIDE + speed * entering || ridesOver(walker, crosswalk)) {
            return false;
        }
        if (leastSpeed(walker.user()) < WAITING || !mayWalk) {
            return !atKerb(walker, crosswalk) && (distance == 0 || (distance <= BESIDE && onLane(walker)));
        }
        return distance == 0 || (distance <= BESIDE && onLane(walker)) || enters(walker, crosswalk);
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
        return motion.velocity().speed() - sigmas * motion.velocityError().semiMajor();
    }

    private static boolean atKerb(Walker walker, CrosswalkArea crosswalk) {
        double along = crosswalk.line().project(walker.east(0), walker.north(0)).along();
        return along < KERB || along > crosswalk.line().length() - KERB;
    }

    private boolean enters(Walker walker, CrosswalkArea crosswalk) {
        for (double t = STRIDE; t <= entering; t += STRIDE) {
            if (crosswalk.contains(walker.east(t), walker.north(t), 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean onLane(Walker walker) {
        return onCarriageway(walker.east(0), walker.north(0));
    }

    private boolean onCarriageway(double east, double north) {
        for (LaneLine lane : net.lanesNear(east, north, BESIDE)) {
            boolean driven = lane.lane().use() == LaneUse.VEHICLE || lane.lane().use() == LaneUse.BUS;
            if (driven
                    && lane.line().project(east, north).distance()
                            <= lane.lane().width() / 2) {
                return true;
            }
        }
        return net.onCrossing(east, north) && onWay(east, north);
    }

    /** Between the lanes' ends there are corners of pavement too, where people wait: road is where a way leads. */
    private boolean onWay(double east, double north) {
        for (Route route : net.routes()) {
            Place place = route.path().project(east, north);
            if (place.distance() <= WHEELS) {
                return true;
            }
        }
        return false;
    }
}
