package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Bodies;
import io.verge.traffic.Credible;
import io.verge.traffic.RoadNet;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.RoutePairs;
import io.verge.traffic.Trajectory;
import io.verge.traffic.Trends;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at a scene for those that are in danger of colliding. One thread. */
final class Lookout {
    /** More pairs than this are not traffic but noise; the rest is left out, so that the work of a scene is bounded. */
    private static final int MOST_PAIRS = 10_000;
    /** Bodies that touch already are one body seen twice, or it has happened; seconds. */
    private static final double NOW = 0.05;

    /** So far ahead, seconds, a turn that no way leads along is known; who turns less than these degrees in it drives straight. */
    private static final double TURN = 0.5;

    private static final double STRAIGHT = 3;
    /** Slower than this one stands, m/s. */
    private static final double STANDING = 0.5;
    /** Reflections come from any part of a body: nobody's middle is known better, metres. */
    private static final double LEAST_ERROR = 0.3;
    /** How far drivers steer round it, metres. */
    private static final double ROUND = 0.4;

    private final Settings settings;
    private final Trends trends = new Trends();
    private final Manners manners;
    private final Predictions predictions;
    private final SpaceTime index = new SpaceTime();

    /** Of the scene that is being looked at. */
    private List<Prediction> present = List.of();

    private int current;
    private int pairs;
    private List<Danger> dangers = new ArrayList<>();

    Lookout(Settings settings, RoadNet net) {
        this.settings = settings;
        manners = new Manners(settings, new RoutePairs(net), new Steering(net));
        predictions = new Predictions(
                net, trends, new Passages(settings, trends, manners), new Credible(settings.credible()));
    }

    /** The dangers of now, by no order that matters but always the same. */
    List<Danger> dangers(Scene scene) {
        trends.update(scene);
        present = predictions.of(scene);
        dangers = new ArrayList<>();
        pairs = 0;
        index.clear();
        index.expect(present.size());
        for (current = 0; current < present.size() && pairs < MOST_PAIRS; current++) {
            index.enter(current, present.get(current), this::near);
        }
        return dangers;
    }

    private void near(int other) {
        Prediction a = present.get(other);
        Prediction b = present.get(current);
        if (Math.max(a.speed(), b.speed()) < settings.minSpeed() || ++pairs > MOST_PAIRS) {
            return;
        }
        Danger danger = a.user().id() == b.user().id() ? null : between(a, b);
        if (danger != null) {
            dangers.add(danger);
        }
    }

    /** Weighs all ways of the two; null when those that end badly are too improbable. */
    private @Nullable Danger between(Prediction a, Prediction b) {
        double probability = 0;
        double likeliest = 0;
        Danger worst = null;
        for (int i = 0; i < a.count(); i++) {
            for (int j = 0; j < b.count(); j++) {
                Meeting meeting = meeting(a, a.way(i), b, b.way(j));
                double both = a.way(i).probability() * b.way(j).probability();
                if (meeting != null && manners.dangerous(meeting)) {
                    probability += both;
                    if (both > likeliest) {
                        likeliest = both;
                        worst = danger(meeting, a, a.way(i), b, b.way(j));
                    }
                }
            }
        }
        return worst == null || probability < settings.probability() ? null : worst.with(probability);
    }

    private @Nullable Meeting meeting(Prediction a, Way onA, Prediction b, Way onB) {
        if (manners.apart(a, onA, b, onB)) {
            return null;
        }
        // Drivers steer round what stands a little in their way.
        double round = Math.min(a.speed(), b.speed()) < STANDING ? ROUND : 0;
        double margin = settings.margin() - round - doubt(a, onA, b, onB);
        double seconds = Bodies.firstContact(onA.trajectory(), onB.trajectory(), margin);
        boolean known = seconds <= TURN || !turnsFreely(onA) || !turnsFreely(onB);
        return known && seconds > NOW && seconds <= settings.earlyTime()
                ? new Meeting(a, onA, b, onB, seconds, margin, settings.sigmas())
                : null;
    }

    /** Off the map's ways nobody knows when a turn ends. */
    private static boolean turnsFreely(Way way) {
        double turned = Headings.turn(
                way.trajectory().heading(0), way.trajectory().heading((int) Math.round(TURN / Trajectory.STEP)));
        return way.option() == null && Math.abs(turned) > STRAIGHT;
    }

    /** By how much the two may be farther apart than measured, metres; half of the narrower one is always left. */
    private double doubt(Prediction a, Way onA, Prediction b, Way onB) {
        double errorA = error(a.user());
        double errorB = error(b.user());
        double error = settings.sigmas() * Math.sqrt(errorA * errorA + errorB * errorB);
        return Math.min(
                error, Math.min(onA.trajectory().width(), onB.trajectory().width()) / 2);
    }

    private static double error(RoadUser user) {
        return Math.max(LEAST_ERROR, user.motion().positionError().semiMajor());
    }

    private static Danger danger(Meeting met, Prediction a, Way onA, Prediction b, Way onB) {
        Party faster = a.speed() >= b.speed() ? met.a() : met.b();
        Position place = new Position(
                (met.a().east() + met.b().east()) / 2,
                (met.a().north() + met.b().north()) / 2,
                a.user().motion().position().up());
        SortedSet<Integer> lanes = new TreeSet<>();
        addLane(lanes, onA);
        addLane(lanes, onB);
        return new Danger(
                a.user(), b.user(), met.seconds(), place, 0, faster.heading(), met.violation(), List.copyOf(lanes));
    }

    private static void addLane(SortedSet<Integer> lanes, Way way) {
        Option option = way.option();
        if (option != null) {
            lanes.add(option.route().from().id());
        }
    }
}
