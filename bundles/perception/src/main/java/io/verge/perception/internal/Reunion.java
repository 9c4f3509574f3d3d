package io.verge.perception.internal;

/**
 * How likely somebody who appears is somebody who was lost. Who drives arrives over an arc from where it was, forward, in about the time
 * that its speeds before and after need; who walks may have turned. A density over the place of the appearance, as a logarithm, so that it
 * can be held against that of somebody new. Mutable only within a call, one thread.
 */
final class Reunion {
    private static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

    /** Uncertainty of a place at once, m. */
    private static final double AT_ONCE = 1.2;

    /** Standing and starting in between: as a part of the way at the known speeds. */
    private static final double PACE = 0.35;

    /** And unknown speed in between, m/s. */
    private static final double UNKNOWN_SPEED = 0.8;

    /** Off the arc, as a part of the way. */
    private static final double ASIDE = 0.12;

    /** Who walks strays so far in a second, m. */
    private static final double STRAYS = 0.6;

    /** Slower than this a direction of motion says nothing, m/s. */
    private static final double MOVES = 1;

    /** A vehicle that turned sharper than this is another one: cosine. */
    private static final double SHARPEST = -0.2;

    /** The shortest time between two looks, s. */
    private static final double SHORTEST = 0.05;

    private final Lost lost;
    private final double seconds;

    private Reunion(Lost lost, double seconds) {
        this.lost = lost;
        this.seconds = seconds;
    }

    /** The logarithm of the density, 1/m², with which this lost one appears here, now and as what is found. */
    static double likelihood(Lost lost, Track found, long time) {
        Reunion reunion = new Reunion(lost, Math.max(SHORTEST, (time - lost.measured()) / 1e6));
        double placed = found.type.walking() > 0.5 ? reunion.walked(found.filter) : reunion.driven(found.filter);
        return placed + Math.log(lost.type().agreement(found.type));
    }

    private double walked(Filter found) {
        double east = found.east - lost.east() - seconds * (lost.ve() + found.ve) / 2;
        double north = found.north - lost.north() - seconds * (lost.vn() + found.vn) / 2;
        double sigma = AT_ONCE + STRAYS * seconds;
        return normal(east, sigma) + normal(north, sigma);
    }

    /** An arc that begins in one direction and ends in another has its chord half way between. */
    private double driven(Filter found) {
        double speed = found.speed();
        boolean headed = !Double.isNaN(lost.heading());
        boolean moves = speed > MOVES;
        if (!headed && !moves) {
            return stood(found);
        }
        double endEast = moves ? found.ve / speed : Math.sin(Math.toRadians(lost.heading()));
        double endNorth = moves ? found.vn / speed : Math.cos(Math.toRadians(lost.heading()));
        double beginEast = headed ? Math.sin(Math.toRadians(lost.heading())) : endEast;
        double beginNorth = headed ? Math.cos(Math.toRadians(lost.heading())) : endNorth;
        if (beginEast * endEast + beginNorth * endNorth < SHARPEST) {
            return Double.NEGATIVE_INFINITY;
        }
        double chord = Math.hypot(beginEast + endEast, beginNorth + endNorth);
        return over((beginEast + endEast) / chord, (beginNorth + endNorth) / chord, found);
    }

    private double stood(Filter found) {
        double sigma = AT_ONCE + UNKNOWN_SPEED * seconds;
        return normal(found.east - lost.east(), sigma) + normal(found.north - lost.north(), sigma);
    }

    /** Over a chord in this direction, a unit vector. Backwards it cannot have gone. */
    private double over(double east, double north, Filter found) {
        double de = found.east - lost.east();
        double dn = found.north - lost.north();
        double along = de * east + dn * north;
        double aside = de * north - dn * east;
        double way = seconds * (Math.hypot(lost.ve(), lost.vn()) + found.speed()) / 2;
        double sigma = along < 0 ? AT_ONCE : AT_ONCE + PACE * way + UNKNOWN_SPEED * seconds;
        return normal(along - way, sigma) + normal(aside, AT_ONCE + ASIDE * Math.abs(along));
    }

    private static double normal(double x, double sigma) {
        double d = x / sigma;
        return -d * d / 2 - Math.log(sigma) - LOG_ROOT_TWO_PI;
    }
}
