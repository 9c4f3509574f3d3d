package io.verge.app.collisionwarning.internal;

import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Trajectory;
import org.jspecify.annotations.Nullable;

/** One of the ways a road user may take in the next seconds. Filled anew at every scene; one thread. */
final class Way {
    private final Trajectory trajectory;
    private @Nullable Option option;
    private double probability;
    private Passage passage = Passage.FREE;
    private boolean entitled;

    Way(int steps) {
        trajectory = new Trajectory(steps);
    }

    /** The trajectory is filled by itself. */
    void onRoute(Option onRoute, double sure, Passage atStopLine, boolean green) {
        option = onRoute;
        probability = sure;
        passage = atStopLine;
        entitled = green;
    }

    /** Off the map's ways. */
    void free() {
        option = null;
        probability = 1;
        passage = Passage.FREE;
        entitled = false;
    }

    Trajectory trajectory() {
        return trajectory;
    }

    /** Null when it follows no route of the map. */
    @Nullable
    Option option() {
        return option;
    }

    /** 0 to 1. */
    double probability() {
        return probability;
    }

    /** What its driver does at the stop line that it comes to. */
    Passage passage() {
        return passage;
    }

    /** Whether its signal is green. */
    boolean entitled() {
        return entitled;
    }

    /** Of what it does on the crossing, among those that have green; the higher goes first. */
    int rank() {
        return option == null ? -1 : Manners.rank(option.route().connection().manoeuvre());
    }

    /** Metres from where it is now to where it is at a sample. */
    double travelled(int sample) {
        double way = 0;
        for (int i = 1; i <= sample; i++) {
            double east = trajectory.east(i) - trajectory.east(i - 1);
            double north = trajectory.north(i) - trajectory.north(i - 1);
            way += Math.sqrt(east * east + north * north);
        }
        return way;
    }
}
