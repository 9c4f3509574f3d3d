package io.verge.perception.internal;

/**
 * How likely somebody who appears is somebody who was lost: who drives arrives along an arc from where it was, in about the time that its
 * speeds before and after need; who walks may have turned. A density over the place of the appearance, as a logarithm, so that it can be
 * held against that of somebody new.
 */
final class Reunion {
    /** Uncertainty of a place at once, m. */
    private static final double AT_ONCE = Double.parseDouble(System.getProperty("once","1.2"));

    /** Standing and starting in between: as a part of the way at these speeds. */
    private static final double PACE = Double.parseDouble(System.getProperty("pace","0.35"));

    /** And unknown speed in between, m/s. */
    private static final double UNKNOWN_SPEED = Double.parseDouble(System.getProperty("unk","0.8"));

    /** Off the arc, as a part of the way. */
    private static final double ASIDE = Double.parseDouble(System.getProperty("aside","0.12"));

    /** Who walks strays so far in a second, m. */
    private static final double STRAYS = Double.parseDouble(System.getProperty("strays","0.6"));

    /** Slower than this a direction of motion says nothing, m/s. */
    private static final double MOVES = 1;

    /** A vehicle that turned sharper than this is another one: cosine. */
    private static final double SHARPEST = -0.2;

    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private Reunion() {}

    static double likelihood(Lost lost, Track found, long time) {
        double dt = Math.max(0.05, (time - lost.measured()) / 1e6);
        double same = lost.type().agreement(found.type);
        double walking = found.type.walking();
        double placed = walking > 0.5 ? walked(lost, found.filter, dt) : driven(lost, found.filter, dt);
        return placed + Math.log(same);
    }

    private static double walked(Lost lost, Filter found, double dt) {
        double e = found.east - lost.east() - dt * (lost.ve() + found.ve) / 2;
        double n = found.north - lost.north() - dt * (lost.vn() + found.vn) / 2;
        double sigma = AT_ONCE + STRAYS * dt;
        return normal(e, sigma) + normal(n, sigma);
    }

    private static double driven(Lost lost, Filter found, double dt) {
        double before = Math.hypot(lost.ve(), lost.vn());
        double after = found.speed();
        double be = Math.sin(Math.toRadians(lost.heading()));
        double bn = Math.cos(Math.toRadians(lost.heading()));
        boolean headed = !Double.isNaN(lost.heading());
        double ae = after > MOVES ? found.ve / after : be;
        double an = after > MOVES ? found.vn / after : bn;
        if (!headed) {
            be = ae;
            bn = an;
        }
        if (Double.isNaN(ae)) {
            double sigma = AT_ONCE + UNKNOWN_SPEED * dt;
            return normal(found.east - lost.east(), sigma) + normal(found.north - lost.north(), sigma);
        }
        if (be * ae + bn * an < SHARPEST) {
            return IMPOSSIBLE;
        }
        double chord = Math.hypot(be + ae, bn + an);
        double ce = (be + ae) / chord;
        double cn = (bn + an) / chord;
        double de = found.east - lost.east();
        double dn = found.north - lost.north();
        double way = dt * (before + after) / 2;
        double along = de * ce + dn * cn;
        double aside = de * cn - dn * ce;
        double sigmaAlong = along < 0 ? AT_ONCE : AT_ONCE + PACE * way + UNKNOWN_SPEED * dt;
        double sigmaAside = AT_ONCE + ASIDE * Math.abs(along);
        return normal(along - way, sigmaAlong) + normal(aside, sigmaAside);
    }

    private static double normal(double x, double sigma) {
        double d = x / sigma;
        return -d * d / 2 - Math.log(sigma) - 0.919;
    }
}
