package io.verge.perception.internal;

/**
 * Two tracks of one road user: each sensor's detection goes to one of them, so both live on. What tells them from two road users side
 * by side is that a sensor which sees both detects both. For each track the nearest older one within a body's length is its rival, and
 * the odds that they are two are kept from frame to frame; when they are too low, the younger track goes.
 */
final class Rivals {
    static final long NONE = -1;

    /** When both are detected, as a logarithm: a false detection just there is unlikely. */
    private static final double BOTH = 2;

    private static final double SURELY_TWO = 12;
    private static final double SURELY_ONE = -3;

    /** On top of where a body reflects, m²: errors of the two estimates. */
    private static final double ERROR = 0.7;

    private static final double GATE = 7;

    /** Tracks farther apart are not looked at, m. */
    private static final double FARTHEST = 15;

    private static final double GATE_SPEED = 9;

    /** Measured by the newest frame, by index of the track. */
    private boolean[] hit = new boolean[0];

    /** Where the tracks are, side by side: most pairs are told apart by that alone. */
    private double[] east = new double[0];

    private double[] north = new double[0];

    void begin(int tracks) {
        if (hit.length < tracks) {
            hit = new boolean[tracks + 64];
            east = new double[tracks + 64];
            north = new double[tracks + 64];
        }
    }

    void hit(int index, boolean measured) {
        hit[index] = measured;
    }

    /** Judges all tracks that were there before the newest frame. */
    void judge(TrackSet tracks, int old, Association association) {
        for (int i = 0; i < old; i++) {
            east[i] = tracks.get(i).filter.east;
            north[i] = tracks.get(i).filter.north;
        }
        for (int i = 1; i < old; i++) {
            Track track = tracks.get(i);
            int nearest = nearestOlder(tracks, i);
            if (nearest < 0) {
                track.rival = NONE;
            } else {
                if (track.rival != tracks.get(nearest).key) {
                    track.rival = tracks.get(nearest).key;
                    track.two = 0;
                }
                weigh(tracks, i, nearest, association);
            }
        }
    }

    private void weigh(TrackSet tracks, int young, int old, Association association) {
        Track track = tracks.get(young);
        if (hit[young] && hit[old]) {
            track.two = Math.min(SURELY_TWO, track.two + BOTH);
        } else if (hit[young] || hit[old]) {
            int missed = hit[young] ? old : young;
            track.two += Math.log(1 - association.unhidden(tracks, missed));
        }
        if (track.two < SURELY_ONE) {
            track.life = LifeCycle.DELETED;
        }
    }

    private int nearestOlder(TrackSet tracks, int index) {
        Track track = tracks.get(index);
        int nearest = -1;
        double least = GATE;
        for (int i = 0; i < index; i++) {
            if (Math.abs(east[i] - east[index]) >= FARTHEST || Math.abs(north[i] - north[index]) >= FARTHEST) {
                continue;
            }
            Track other = tracks.get(i);
            if (other.life != LifeCycle.DELETED) {
                double apart = apart(track, other);
                if (apart < least) {
                    nearest = i;
                    least = apart;
                }
            }
        }
        return nearest;
    }

    /** Squared distance in terms of where the older body may reflect; beyond the gate when the speeds differ. */
    private static double apart(Track young, Track old) {
        double de = young.filter.east - old.filter.east;
        double dn = young.filter.north - old.filter.north;
        double ee = old.spread.ee + old.filter.varianceEast() + young.filter.varianceEast() + ERROR;
        double en = old.spread.en + old.filter.covarianceEastNorth() + young.filter.covarianceEastNorth();
        double nn = old.spread.nn + old.filter.varianceNorth() + young.filter.varianceNorth() + ERROR;
        double distance = (nn * de * de - 2 * en * de * dn + ee * dn * dn) / (ee * nn - en * en);
        double dve = young.filter.ve - old.filter.ve;
        double dvn = young.filter.vn - old.filter.vn;
        double speeds = young.filter.velocityTrace() + old.filter.velocityTrace() + 1;
        return dve * dve + dvn * dvn > GATE_SPEED * speeds ? GATE : distance;
    }
}
