package io.verge.perception.internal.lane;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Headings;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;

/**
 * How well the lanes near a road user fit where it is now and where it points. Made to be filled again and again.
 *
 * <p>With lanes as strips of the plane, the chance that the true position lies in one is the share of the position's error that falls
 * into it; what falls into none speaks for none.
 */
final class Sighting {
    /** Of more lanes in one place those with the greatest ids are passed over. */
    static final int MOST = 16;

    /** No position is better than this and none used that is worse; 1-sigma, metres. */
    private static final double BEST = 0.3;

    private static final double WORST = 2;

    /** Who follows a lane points elsewhere by about so much, degrees. */
    private static final double USUAL_TURN = 25;

    /**
     * A lane is not excluded by the direction: about one in ten who would seem to drive against it does. So a wrong-way driver
     * stays matched to the lane that it is on.
     */
    private static final double AGAINST = 0.1;

    /** That someone is on no lane is never excluded. */
    private static final double NONE_AT_LEAST = 0.01;

    /** Makes a logistic curve the normal distribution's, to within 0.01. */
    private static final double LOGISTIC = 1.702;

    final int[] lanes = new int[MOST];
    final double[] along = new double[MOST];
    final double[] across = new double[MOST];
    final double[] likelihood = new double[MOST];
    int size;
    double none;

    /** Begins with no lane at all. */
    void clear() {
        size = 0;
        none = 1;
    }

    /** A lane that may be it; {@code number} is its place in the net. */
    void add(int number, LaneLine lane, RoadUser user) {
        if (size == MOST) {
            return;
        }
        Motion motion = user.motion();
        Place place =
                lane.line().project(motion.position().east(), motion.position().north());
        double covered = covered(lane, place, motion.positionError());
        lanes[size] = number;
        along[size] = place.along();
        across[size] = place.across();
        likelihood[size] = covered * direction(lane.line().headingAt(place.along()), user);
        size++;
        none = Math.max(NONE_AT_LEAST, none - covered);
    }

    /** The share of the position's error that lies within the lane. */
    private static double covered(LaneLine lane, Place place, Covariance error) {
        double heading = Math.toRadians(lane.line().headingAt(place.along()));
        double sigma = sigma(error, Math.cos(heading), -Math.sin(heading));
        double half = lane.lane().width() / 2;
        double beside = below((half - place.across()) / sigma) - below((-half - place.across()) / sigma);
        double length = lane.line().length();
        if (place.along() > 0
                && place.along() < length
                && Math.min(place.along(), length - place.along()) > 3 * WORST) {
            return beside;
        }
        double beyond = Math.sqrt(Math.max(0, place.distance() * place.distance() - place.across() * place.across()));
        double lengthwise = sigma(error, Math.sin(heading), Math.cos(heading));
        double behind = place.along() > 0 ? place.along() : -beyond;
        double before = place.along() < length ? length - place.along() : -beyond;
        return beside * below(behind / lengthwise) * below(before / lengthwise);
    }

    /** The error in one direction. */
    private static double sigma(Covariance error, double east, double north) {
        double variance = error.ee() * east * east + 2 * error.en() * east * north + error.nn() * north * north;
        return variance > BEST * BEST ? Math.min(WORST, Math.sqrt(variance)) : BEST;
    }

    /** The normal distribution's chance of what is below. */
    private static double below(double x) {
        return 1 / (1 + Math.exp(-LOGISTIC * x));
    }

    /** Only of who drives or rides one can say where he is to point. */
    private static double direction(double lane, RoadUser user) {
        double heading = user.motion().heading();
        if (Double.isNaN(heading) || !(user.type().motorised() || user.type() == RoadUserType.BICYCLE)) {
            return 1;
        }
        double off = Headings.turn(lane, heading) / USUAL_TURN;
        return Math.max(AGAINST, Math.exp(-off * off / 2));
    }
}
