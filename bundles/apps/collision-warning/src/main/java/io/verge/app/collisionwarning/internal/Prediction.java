package io.verge.app.collisionwarning.internal;

import io.verge.api.scene.RoadUser;
import java.util.List;

/** A road user and the ways that it may take. Filled anew at every scene; one thread. */
final class Prediction {
    /** More ways than these are not worth their time. */
    static final int MOST_WAYS = 3;

    private final List<Way> ways;
    private RoadUser user;
    private double speed;
    private double braking;
    private int count;

    Prediction(RoadUser user, int steps) {
        this.user = user;
        ways = List.of(new Way(steps), new Way(steps), new Way(steps));
    }

    void fill(RoadUser whom, double brakes) {
        user = whom;
        speed = whom.motion().velocity().speed();
        braking = brakes;
        count = 0;
    }

    /** Another way, to be filled. */
    Way add() {
        return ways.get(count++);
    }

    RoadUser user() {
        return user;
    }

    /** m/s. */
    double speed() {
        return speed;
    }

    /** m/s², 0 when it does not brake. */
    double braking() {
        return braking;
    }

    /** How many ways there are. */
    int count() {
        return count;
    }

    Way way(int index) {
        return ways.get(index);
    }
}
