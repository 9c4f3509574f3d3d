package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Credible;
import io.verge.traffic.LaneLine;
import io.verge.traffic.RoadNet;
import io.verge.traffic.RouteGuess;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Trajectory;
import io.verge.traffic.Trends;
import java.util.ArrayList;
import java.util.List;

/** Where the road users of a scene will be. Its predictions are used again at the next scene; one thread. */
final class Predictions {
    /** Seconds. */
    private static final double HORIZON = 5;

    private static final int STEPS = (int) Math.round(HORIZON / Trajectory.STEP);

    /** Ways less probable than this are not looked at. */
    private static final double LEAST = 0.1;
    /** Nobody on a road is faster, m/s, nor farther away from the box, metres: such is not measured, but wrong. */
    private static final double FASTEST = 70;

    private static final double FARTHEST = 1000;

    /** A change of speed below this is noise, m/s²; what is above these limits is too. */
    private static final double STEADY = 0.7;

    private static final double HARDEST_BRAKING = 8;
    private static final double HARDEST_START = 2.5;
    /** A turn rate below this is noise, degrees a second. */
    private static final double STRAIGHT_ON = 4;
    /** Up to which drivers accelerate where the map has no limit, m/s. */
    private static final double USUAL_LIMIT = 15;

    /** Who points so far away from a way, degrees, and turns so much more, degrees a second, does not take it. */
    private static final double ASKEW = 25;

    private static final double TURNS = 12;
    /** Slower than this one stands, m/s; on the lane whose middle is nearer, metres. */
    private static final double STANDING = 0.5;

    private static final double ON_LANE = 1.8;

    private final RoadNet net;
    private final Trends trends;
    private final Passages passages;
    private final Credible credible;
    private final List<Prediction> pool = new ArrayList<>();
    private int used;

    Predictions(RoadNet net, Trends trends, Passages passages, Credible credible) {
        this.net = net;
        this.trends = trends;
        this.passages = passages;
        this.credible = credible;
    }

    /** Those who can collide, by id; valid until the next call. */
    List<Prediction> of(Scene scene) {
        used = 0;
        passages.begin(scene);
        credible.update(scene);
        for (RoadUser user : scene.roadUsers()) {
            if (counts(user.type()) && plausible(user) && possible(user) && credible.of(user)) {
                predict(scene, user);
            }
        }
        return pool.subList(0, used);
    }

    /** People on foot, animals and things are the business of other apps. */
    private static boolean counts(RoadUserType type) {
        return type.motorised() || type == RoadUserType.BICYCLE || type == RoadUserType.UNKNOWN;
    }

    private static boolean plausible(RoadUser user) {
        Position position = user.motion().position();
        return Math.hypot(position.east(), position.north()) <= FARTHEST
                && user.motion().velocity().speed() <= FASTEST;
    }

    private boolean possible(RoadUser user) {
        return Steering.possible(user.motion(), trends.turnRate(user.id()));
    }

    private void predict(Scene scene, RoadUser user) {
        Prediction prediction = next(user);
        prediction.fill(user, trends.braking(user.id()));
        List<Option> options = RouteGuess.of(net, user, trends.turnRate(user.id()));
        passages.look(scene, user, options);
        for (int i = 0; i < options.size() && i < Prediction.MOST_WAYS; i++) {
            Option option = options.get(i);
            if (option.probability() >= LEAST && !leaves(user, option)) {
                follow(scene, user, option, prediction.add());
            }
        }
        if (prediction.count() == 0) {
            Way way = prediction.add();
            way.free();
            way.trajectory().turning(upright(user), turnRate(user));
        }
    }

    /** Whether it is turning away from the way already, which maps do not lead everybody as he drives. */
    private boolean leaves(RoadUser user, Option option) {
        if (user.motion().velocity().speed() < STANDING) {
            return false;
        }
        double heading = user.motion().heading();
        double off = Headings.turn(option.route().path().headingAt(option.along()), heading);
        double rate = turnRate(user);
        return Math.abs(off) > ASKEW && off * rate > 0 && Math.abs(rate) > TURNS;
    }

    private void follow(Scene scene, RoadUser user, Option option, Way way) {
        way.onRoute(option, option.probability(), passages.of(scene, user, option), passages.entitled(scene, option));
        double limit = option.route().from().speedLimit();
        way.trajectory()
                .along(
                        user,
                        option.route(),
                        option.along(),
                        option.across(),
                        acceleration(user),
                        limit > 0 ? limit : USUAL_LIMIT);
    }

    private double acceleration(RoadUser user) {
        double measured = trends.acceleration(user.id());
        return Math.abs(measured) < STEADY ? 0 : Math.max(-HARDEST_BRAKING, Math.min(HARDEST_START, measured));
    }

    /** Where one that stands on a lane points is not known from its last crawl: as a rule along the lane. */
    private RoadUser upright(RoadUser user) {
        Position at = user.motion().position();
        if (user.motion().velocity().speed() >= STANDING) {
            return user;
        }
        for (LaneLine lane : net.lanesNear(at.east(), at.north(), ON_LANE)) {
            double along = lane.line().project(at.east(), at.north()).along();
            return turned(user, lane.line().headingAt(along));
        }
        return user;
    }

    private static RoadUser turned(RoadUser user, double heading) {
        Motion is = user.motion();
        Motion motion = new Motion(is.position(), is.velocity(), heading, is.positionError(), is.velocityError());
        return new RoadUser(
                user.id(),
                user.type(),
                user.typeConfidence(),
                motion,
                user.size(),
                user.lane(),
                user.sources(),
                user.measuredAt(),
                user.selfReportId());
    }

    private double turnRate(RoadUser user) {
        double measured = trends.turnRate(user.id());
        boolean turns = user.motion().velocity().speed() >= STANDING && Math.abs(measured) >= STRAIGHT_ON;
        return turns ? measured : 0;
    }

    private Prediction next(RoadUser user) {
        if (used == pool.size()) {
            pool.add(new Prediction(user, STEPS));
        }
        return pool.get(used++);
    }
}
