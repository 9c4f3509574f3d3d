package io.verge.app.collisionwarning.internal;

import io.verge.api.site.Manoeuvre;
import io.verge.traffic.Braking;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.RoutePairs;
import io.verge.traffic.Trajectory;

/**
 * Whether two whose ways meet are in danger. Ways meet all the time; it is normal that one of the two brakes and nothing happens.
 * Danger is when the one that has to give way does not brake as it must, and when nobody knows who has to, that neither does.
 */
final class Manners {
    /** Brakes with this part of what is required: will manage, for drivers brake harder towards the end. */
    private static final double ENOUGH = 0.5;
    /** Nobody can rely on braking harder than this, m/s². */
    private static final double LIMIT = 7.5;

    /** Who needs more than this part of comfortable braking because another takes its right of way is forced to. */
    private static final double FORCED = 0.7;

    /** Bodies that point apart by less, degrees, drive one behind the other or side by side. */
    private static final double ALONG = 35;
    /** By more: towards each other. */
    private static final double AGAINST = 160;
    /** Whom one is to run into from behind is so far to the side at most, degrees. */
    private static final double AHEAD = 60;

    /** Who comes from behind more slowly than this, m/s, closes up to a queue. */
    private static final double CLOSING = 4;

    /** Narrower ones may be beside another on one lane, metres. */
    private static final double TWO_WHEELS = 1.2;

    private final Settings settings;
    private final RoutePairs pairs;
    private final Steering steering;

    Manners(Settings settings, RoutePairs pairs, Steering steering) {
        this.settings = settings;
        this.pairs = pairs;
        this.steering = steering;
    }

    /** Whether someone may be expected to stop: it can with ordinary braking, or it is about to. */
    boolean stops(double required, double braking) {
        return required <= settings.comfortable() || manages(required, braking);
    }

    static boolean manages(double required, double braking) {
        return required <= LIMIT && braking >= ENOUGH * required;
    }

    /**
     * Whether the map keeps two apart, which needs no closer look: their routes lie side by side, they follow each other on one lane
     * without closing up fast, or they are abreast on one lane and so one body seen twice.
     */
    boolean apart(Prediction a, Way onA, Prediction b, Way onB) {
        Option one = onA.option();
        Option other = onB.option();
        if (one == null || other == null) {
            return false;
        }
        if (inFile(one, other)) {
            boolean wide = Math.min(onA.trajectory().width(), onB.trajectory().width()) > TWO_WHEELS;
            boolean closing = Math.abs(a.speed() - b.speed()) >= CLOSING;
            return (wide && abreast(onA.trajectory(), one, onB.trajectory(), other))
                    || (!closing && !hooks(onA.trajectory(), one, onB.trajectory(), other));
        }
        return !pairs.meet(one.route(), other.route());
    }

    /** Whether both have come on one lane, or leave on one. */
    private static boolean inFile(Option a, Option b) {
        return a.route().from().id() == b.route().from().id()
                || (a.route().to().id() == b.route().to().id() && leaves(a) && leaves(b));
    }

    private static boolean leaves(Option option) {
        return option.along() >= option.route().exit();
    }

    /** Whether one may turn into the other's way that is beside it. */
    private static boolean hooks(Trajectory a, Option onA, Trajectory b, Option onB) {
        return onA.route().to().id() != onB.route().to().id() && !leaves(onA) && abreast(a, onA, b, onB);
    }

    private static boolean abreast(Trajectory a, Option onA, Trajectory b, Option onB) {
        double apart = (onA.along() - onA.route().stopLine())
                - (onB.along() - onB.route().stopLine());
        return Math.abs(apart) < (a.length() + b.length()) / 2;
    }

    boolean dangerous(Meeting meeting) {
        if (meeting.a().stopsShort() || meeting.b().stopsShort()) {
            return false;
        }
        if (meeting.angle() < ALONG) {
            return meeting.a().behind(meeting.b(), AHEAD)
                    ? runsInto(meeting, meeting.a(), meeting.b())
                    : meeting.b().behind(meeting.a(), AHEAD) && runsInto(meeting, meeting.b(), meeting.a());
        }
        // Routes that touch so are neighbours whose ways the map has a little too near to each other.
        boolean neighbours = meeting.angle() > AGAINST
                && meeting.a().onRoute()
                && meeting.b().onRoute();
        return !neighbours && crosses(meeting, meeting.a(), meeting.b());
    }

    private boolean runsInto(Meeting meeting, Party follower, Party leader) {
        if (follower.leastSpeed() - leader.speed() < CLOSING || follower.astray()) {
            return false;
        }
        double required = Braking.behind(follower.leastSpeed(), meeting.gap(), leader.speed(), leader.braking());
        return required > settings.hard() && !manages(required, follower.braking());
    }

    private boolean crosses(Meeting meeting, Party a, Party b) {
        if (meeting.violation()) {
            return true;
        }
        if (a.stands() || b.stands()) {
            Party moving = a.stands() ? b : a;
            return moving.leastRequired() > settings.hard() && !manages(moving.required(), moving.braking());
        }
        boolean goesA = !stops(a.leastRequired(), a.braking());
        boolean goesB = !stops(b.leastRequired(), b.braking());
        if (goesA == goesB || !a.entitled() || !b.entitled() || a.rank() == b.rank()) {
            return goesA && goesB;
        }
        return goesA ? cutsIn(meeting, a, b) : cutsIn(meeting, b, a);
    }

    /** Whether one takes the right of way of another, who neither answers by braking nor is as slow as who turns off. */
    private boolean cutsIn(Meeting meeting, Party one, Party forced) {
        return one.rank() < forced.rank()
                && meeting.seconds() <= settings.warningTime()
                && forced.required() > FORCED * settings.comfortable()
                && !manages(forced.required(), forced.braking())
                && !forced.mayTurnOff(steering);
    }

    /** Who goes first of those that all have green. */
    static int rank(Manoeuvre manoeuvre) {
        return switch (manoeuvre) {
            case STRAIGHT -> 3;
            case RIGHT -> 2;
            case LEFT -> 1;
            case U_TURN -> 0;
        };
    }
}
