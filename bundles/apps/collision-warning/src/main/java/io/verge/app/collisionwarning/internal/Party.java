package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.traffic.Bodies;
import io.verge.traffic.Braking;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Trajectory;

/** One of two that meet, on one of its ways. */
final class Party {
    /** Slower than this one stands, m/s. */
    private static final double STANDING = 0.5;

    /** Ground is shared that both cover within this time of the contact, samples; looked at every so many. */
    private static final int ABOUT = 15;

    private static final int STRIDE = 2;
    /** No lane is narrower than twice this, metres. */
    private static final double LEAST_HALF = 1.5;

    private final Prediction who;
    private final Way way;
    private final int contact;
    private final double margin;
    private final Way others;
    private final double sigmas;
    /** Metres to where it first gets in the way of the other; NaN until asked for. */
    private double entry = Double.NaN;

    /**
     * @param contact the sample at which the two touch
     * @param margin metres that bodies are larger by
     * @param sigmas standard deviations by which it may be slower and farther away
     */
    Party(Prediction who, Way way, Way others, int contact, double margin, double sigmas) {
        this.who = who;
        this.way = way;
        this.others = others;
        this.sigmas = sigmas;
        this.contact = contact;
        this.margin = margin;
    }

    /** Metres to where its body first covers ground that the other's covers at about the time of the contact. */
    private double entry() {
        if (Double.isNaN(entry)) {
            int from = Math.max(0, contact - ABOUT);
            int to = Math.min(others.trajectory().size() - 1, contact + ABOUT);
            int sample = 0;
            while (sample < contact && !covers(sample, others.trajectory(), from, to)) {
                sample++;
            }
            entry = way.travelled(sample);
        }
        return entry;
    }

    private boolean covers(int sample, Trajectory other, int from, int to) {
        Trajectory own = way.trajectory();
        double reach = (own.length() + own.width() + other.length() + other.width()) / 2 + margin;
        for (int i = from; i <= to; i += STRIDE) {
            double east = other.east(i) - own.east(sample);
            double north = other.north(i) - own.north(sample);
            if (east * east + north * north < reach * reach && overlap(own, sample, other, i, margin)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Trajectory a, int i, Trajectory b, int j, double margin) {
        return Bodies.overlap(
                a.east(i),
                a.north(i),
                a.heading(i),
                a.length(),
                a.width(),
                b.east(j),
                b.north(j),
                b.heading(j),
                b.length(),
                b.width(),
                margin);
    }

    /** Whether the other is ahead of it when they touch, at most so many degrees to the side. */
    boolean behind(Party other, double degrees) {
        Trajectory own = way.trajectory();
        double bearing = Headings.of(
                other.way.trajectory().east(contact) - own.east(contact),
                other.way.trajectory().north(contact) - own.north(contact));
        return Math.abs(Headings.turn(own.heading(contact), bearing)) < degrees;
    }

    /** Whether it stops at a line before it gets in the way of the other. */
    boolean stopsShort() {
        return way.passage().kind() == Passage.Kind.STOPS
                && entry() >= way.passage().distance();
    }

    /** To stop before it gets in the way of the other, m/s². */
    double required() {
        return Braking.toStop(speed(), entry());
    }

    /** The same, as little as the errors of its place and speed allow. */
    double leastRequired() {
        return Braking.toStop(
                leastSpeed(),
                entry() + sigmas * who.user().motion().positionError().semiMajor());
    }

    /** m/s, so much slower than measured as it may be. */
    double leastSpeed() {
        return Math.max(
                0, speed() - sigmas * who.user().motion().velocityError().semiMajor());
    }

    Passage.Kind kind() {
        return way.passage().kind();
    }

    /** Whether it may yet leave its way for another from the same lane. */
    boolean mayTurnOff(Steering steering) {
        Option option = way.option();
        return option != null && steering.mayTurnOff(who.user().motion(), option);
    }

    /** Whether its middle is beside the lane that it is taken to come on: over the line, so as likely on the next. */
    boolean astray() {
        Option option = way.option();
        return option != null
                && option.along() < option.route().stopLine()
                && Math.abs(option.across())
                        > Math.max(LEAST_HALF, option.route().from().width() / 2);
    }

    boolean onRoute() {
        return way.option() != null;
    }

    double speed() {
        return who.speed();
    }

    double braking() {
        return who.braking();
    }

    boolean stands() {
        return speed() < STANDING;
    }

    boolean entitled() {
        return way.entitled();
    }

    int rank() {
        return way.rank();
    }

    double east() {
        return way.trajectory().east(contact);
    }

    double north() {
        return way.trajectory().north(contact);
    }

    double heading() {
        return way.trajectory().heading(contact);
    }

    double length() {
        return way.trajectory().length();
    }

    double distanceNow(Party other) {
        Trajectory own = way.trajectory();
        Trajectory others = other.way.trajectory();
        return Math.hypot(others.east(0) - own.east(0), others.north(0) - own.north(0));
    }
}
