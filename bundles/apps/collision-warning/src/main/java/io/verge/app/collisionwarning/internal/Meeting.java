package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.traffic.Trajectory;

/** Two road users on ways that meet. Filled anew for every two ways that do; one thread. */
final class Meeting {
    /** Ground is shared that both cover within this time of the contact, samples. */
    private static final int ABOUT = 15;

    private final Party a;
    private final Party b;
    private double seconds;

    Meeting(Party a, Party b) {
        this.a = a;
        this.b = b;
    }

    void fill(Prediction one, Way onWay, Prediction other, Way onOtherWay, double contact, double margin) {
        seconds = contact;
        int sample = (int) Math.min(onWay.trajectory().size() - 1L, Math.round(contact / Trajectory.STEP));
        a.fill(one, onWay, sample);
        b.fill(other, onOtherWay, sample);
        a.enters(b, margin, ABOUT);
        b.enters(a, margin, ABOUT);
    }

    Party a() {
        return a;
    }

    Party b() {
        return b;
    }

    /** Until they touch. */
    double seconds() {
        return seconds;
    }

    /** Between where they point when they touch: 0 to 180 degrees. */
    double angle() {
        return Math.abs(Headings.turn(a.heading(), b.heading()));
    }

    /** Between their bodies now, as if one were behind the other, metres. */
    double gap() {
        return a.distanceNow(b) - (a.length() + b.length()) / 2;
    }
}
