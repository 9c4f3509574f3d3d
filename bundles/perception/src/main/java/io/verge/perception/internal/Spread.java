package io.verge.perception.internal;

/** Where on a body a radar may be reflected: a covariance around its centre, m². Mutable, part of a track. */
final class Spread {
    double ee;
    double en;
    double nn;

    /** Along a direction, a unit vector, and across it. */
    void along(double variance, double across, double directionEast, double directionNorth) {
        double more = variance - across;
        ee = across + more * directionEast * directionEast;
        en = more * directionEast * directionNorth;
        nn = across + more * directionNorth * directionNorth;
    }

    /** In any direction, when it is not known how the body lies. */
    void anywhere(double variance) {
        ee = variance / 2;
        en = 0;
        nn = variance / 2;
    }
}
