package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.traffic.Trajectory;

/** Two road users on ways that meet. Of the predictions of one scene: not to be kept. */
final class Meeting {
    private final Party a;
    private final Party b;
    private final double seconds;

    /**
     * @param contact in so many seconds they touch
     * @param margin metres that bodies are larger by
     * @param sigmas standard deviations by which they may be slower and farther away
     */
    Meeting(Prediction one, Way onWay, Prediction other, Way onOtherWay, double contact, double margin, double sigmas) {
        seconds = contact;
        int sample = (int) Math.min(onWay.trajectory().size() - 1L, Math.round(contact / Trajectory.STEP));
        a = new Party(one, onWay, onOtherWay, sample, margin, sigmas);
        b = new Party(other, onOtherWay, onWay, sample, margin, sigmas);
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

    /** Whether one of the two violates its signal. */
    boolean violation() {
        return a.kind() == Passage.Kind.VIOLATES || b.kind() == Passage.Kind.VIOLATES;
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
