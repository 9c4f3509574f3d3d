package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;

/**
 * Someone on foot who crosses an arm on a straight line: from the pavement to the kerb, over the crosswalk and on. Those in the
 * same direction keep to files, so that nobody walks through another.
 */
final class Walker {
    /** How far from the middle of the road the world of those on foot ends, metres. */
    static final double EDGE = Layout.KERB + 6.5;
    /** Where one waits, metres from the middle of the road. */
    static final double WAIT = Layout.KERB + 0.5;

    static final int FILES = 3;
    private static final Size SIZE = new Size(0.5, 0.5, 1.7);
    private static final double GAP = 0.7;
    /** Nobody needs more than this to stop, metres: as the fastest of them slow down the most gently. */
    private static final double LONGEST_STOP = 1.7;

    final int id;
    final int arm;
    /** Whether it walks to the right, seen by one who looks away from the crossing. */
    final boolean rightward;

    final int file;
    private final double wish;
    /** How it slows down before it stops, m/s². */
    private final double slowing;

    private double along;
    private double speed;
    /** It was let go when it could not stop before the kerb any more. */
    private boolean committed;

    Walker(int id, int arm, boolean rightward, int file, double wish, double slowing) {
        this.id = id;
        this.arm = arm;
        this.rightward = rightward;
        this.file = file;
        this.wish = wish;
        this.slowing = slowing;
    }

    double along() {
        return along;
    }

    boolean gone() {
        return along >= 2 * EDGE;
    }

    /** Where on the road, metres to the right of its middle. */
    double offset() {
        return rightward ? along - EDGE : EDGE - along;
    }

    /** Whether it is before the kerb from which it steps on the road. */
    boolean waits() {
        return along < EDGE - WAIT + 1e-6;
    }

    /** Whether its next steps are on the road. */
    boolean atKerb() {
        return waits() && along > EDGE - WAIT - LONGEST_STOP;
    }

    /** Whether it is on the road, or will be since it cannot stop any more. */
    boolean onRoad() {
        return (!waits() || committed) && along < EDGE + WAIT;
    }

    /** Whether it is on the road and has yet to pass so much of it, metres to the right of the middle. */
    boolean willPass(double from, double to) {
        return onRoad() && (rightward ? offset() < to : offset() > from);
    }

    boolean sameFile(Walker other) {
        return other.arm == arm && other.rightward == rightward && other.file == file;
    }

    /**
     * Moves on for a step. Who has to stop slows down evenly; who may leave the kerb when he cannot stop before it any more goes on.
     *
     * @param aheadAt where the next in the same file is; infinite when there is none
     * @param mayStepOff whether it may leave the kerb
     */
    void move(double seconds, double aheadAt, boolean mayStepOff) {
        committed = waits() && (committed || (mayStepOff && EDGE - WAIT - along < speed * speed / (2 * slowing)));
        double limit = aheadAt - GAP;
        if (waits() && !mayStepOff && !committed) {
            limit = Math.min(limit, EDGE - WAIT);
        }
        double room = Math.max(0, limit - along);
        double step = Math.min(Math.min(wish, Math.sqrt(2 * slowing * room)) * seconds, room);
        along += step;
        speed = step / seconds;
    }

    Body body() {
        double aside = 0.6 * (file + 1) - 0.1;
        Pose at = Layout.on(arm, Layout.CROSSWALK + (rightward ? aside : -aside), offset());
        return new Body(
                id,
                RoadUserType.PEDESTRIAN,
                at.facing(at.heading() + (rightward ? 90 : -90)),
                speed,
                SIZE,
                Body.Conduct.LAWFUL);
    }
}
