package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Manoeuvre;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which routes a road user may take, and where on them it is. */
public final class RouteGuess {
    /**
     * One route that it may take.
     *
     * @param along metres along the route's path
     * @param across metres to the right of it
     * @param probability 0 to 1; those of all options of one road user make 1
     */
    public record Option(Route route, double along, double across, double probability) {}

    /** Farther from a path, metres, or pointing elsewhere by more, degrees, nobody is on it. */
    private static final double FARTHEST = 3;

    private static final double WIDEST = 60;

    /** How far those who follow a path are from it as a rule, metres, and point elsewhere, degrees. */
    private static final double USUAL_DISTANCE = 1;

    private static final double USUAL_TURN = 15;

    /** Where they turn, so many times as far is usual, and so far is on it, metres: no map draws the way that each takes. */
    private static final double IN_TURNS = 1.6;

    private static final double FARTHEST_IN_TURNS = 4.5;

    /** How much a turn rate differs from that of the path as a rule, degrees a second. */
    private static final double USUAL_RATE = 10;

    /** Curves are driven with at most about this sideways, and nobody brakes harder than that for one; m/s². */
    private static final double SIDEWAYS = 4;

    private static final double BRAKING = 4;

    /** So near the middle of its lane, metres, one is on it however narrow it is. */
    private static final double SURE = 1.5;

    /** An option less probable than this is none. */
    private static final double LEAST = 0.01;

    /** Slower than this, a velocity says nothing about the heading, m/s. */
    private static final double STANDING = 0.5;

    private RouteGuess() {}

    /** As {@link #of(RoadNet, RoadUser, double)} with an unknown turn rate. */
    public static List<Option> of(RoadNet net, RoadUser user) {
        return of(net, user, Double.NaN);
    }

    /**
     * The options, likeliest first. On a lane they are those of its match; without one, and so near the edge of the lane that it
     * may be on the next, those routes that fit position and heading. On an egress lane one route stands for all, for they have the same future. Empty for who is off the map's ways
     * or drives against them.
     *
     * @param yawRate degrees a second, clockwise; NaN when unknown
     */
    public static List<Option> of(RoadNet net, RoadUser user, double yawRate) {
        LaneMatch match = user.lane();
        Optional<LaneLine> matched = match == null ? Optional.empty() : net.lane(match.lane());
        boolean sure = match != null && matched.isPresent() && sure(matched.get(), match, user);
        Optional<LaneLine> lane = sure ? matched : Optional.empty();
        List<Route> candidates = lane.isPresent() ? net.routesOver(lane.get().id()) : net.routes();
        boolean leaving = lane.isPresent() && net.routesFrom(lane.get().id()).isEmpty();
        List<Option> weighed = new ArrayList<>(4);
        for (Route route : candidates) {
            Option option = weigh(route, place(route, user, lane.isPresent() ? match : null), user, yawRate);
            if (option.probability > 0) {
                weighed.add(option);
            }
        }
        weighed.sort((a, b) -> Double.compare(b.probability, a.probability));
        return normalized(leaving && weighed.size() > 1 ? weighed.subList(0, 1) : weighed);
    }

    /** Whether it is within the lane even if it is so much farther aside as it may be. */
    private static boolean sure(LaneLine line, LaneMatch match, RoadUser user) {
        double error = user.motion().positionError().semiMajor();
        return Math.abs(match.across()) + error <= Math.max(SURE, line.lane().width() / 2);
    }

    /** Where on a route it is: as matched, else nearest. */
    private static Place place(Route route, RoadUser user, @Nullable LaneMatch match) {
        if (match == null) {
            Position at = user.motion().position();
            return route.path().project(at.east(), at.north());
        }
        double begin = match.lane() == route.from().id() ? 0 : route.exit();
        return new Place(begin + match.along(), match.across(), 0);
    }

    /** With the weight in place of the probability; 0 when the route does not fit. */
    private static Option weigh(Route route, Place place, RoadUser user, double yawRate) {
        double off = Headings.turn(route.path().headingAt(place.along()), heading(user));
        boolean turns = turns(route, place);
        double room = turns ? IN_TURNS : 1;
        double farthest = turns ? FARTHEST_IN_TURNS : FARTHEST;
        boolean fits = place.distance() <= farthest && !(Math.abs(off) > WIDEST) && inside(route, place);
        double weight = fits
                ? prior(route.connection().manoeuvre())
                        * bell(place.across() / (room * USUAL_DISTANCE))
                        * (Double.isNaN(off) ? 1 : bell(off / USUAL_TURN))
                        * turning(route, place, user, yawRate)
                        * slowEnough(route, place, user)
                : 0;
        return new Option(route, place.along(), place.across(), weight);
    }

    /** NaN for who stands and never said where he points. */
    private static double heading(RoadUser user) {
        double heading = user.motion().heading();
        if (Double.isNaN(heading) && user.motion().velocity().speed() > STANDING) {
            return user.motion().velocity().heading();
        }
        return heading;
    }

    private static boolean turns(Route route, Place place) {
        return route.connection().manoeuvre() != Manoeuvre.STRAIGHT
                && place.along() > route.stopLine()
                && place.along() < route.exit();
    }

    /** Before the first or after the last point of a path nobody is on it. */
    private static boolean inside(Route route, Place place) {
        return place.along() > 0 && place.along() < route.path().length();
    }

    private static double prior(Manoeuvre manoeuvre) {
        return switch (manoeuvre) {
            case STRAIGHT -> 0.6;
            case LEFT, RIGHT -> 0.2;
            case U_TURN -> 0.03;
        };
    }

    /** How well a turn rate fits that of the path here and now. */
    private static double turning(Route route, Place place, RoadUser user, double yawRate) {
        double speed = user.motion().velocity().speed();
        if (!Double.isFinite(yawRate) || speed < STANDING) {
            return 1;
        }
        double ahead = Math.max(1, speed / 2);
        double turn = Headings.turn(
                route.path().headingAt(place.along()), route.path().headingAt(place.along() + ahead));
        return bell((yawRate - turn / ahead * speed) / USUAL_RATE);
    }

    /** Who comes too fast for a curve will not take it. */
    private static double slowEnough(Route route, Place place, RoadUser user) {
        double curvature = route.curvature();
        double speed = user.motion().velocity().speed();
        double fastest = curvature > 0 ? SIDEWAYS / curvature : Double.POSITIVE_INFINITY;
        double excess = speed * speed - fastest;
        if (!(excess > 0) || place.along() >= route.exit()) {
            return 1;
        }
        double toCurve = Math.max(1, route.stopLine() - place.along());
        return bell(excess / (2 * toCurve) / BRAKING);
    }

    /** 1 at 0, falling to both sides. */
    private static double bell(double x) {
        return Math.exp(-x * x / 2);
    }

    private static List<Option> normalized(List<Option> weighed) {
        double sum = 0;
        for (Option option : weighed) {
            sum += option.probability;
        }
        List<Option> options = new ArrayList<>(weighed.size());
        double kept = 0;
        for (Option option : weighed) {
            if (option.probability >= LEAST * sum) {
                options.add(option);
                kept += option.probability;
            }
        }
        for (int i = 0; i < options.size(); i++) {
            Option o = options.get(i);
            options.set(i, new Option(o.route, o.along, o.across, o.probability / kept));
        }
        return options;
    }
}
