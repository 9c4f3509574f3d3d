package io.verge.driver.simulator.internal.world;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;

/** A vehicle on its way along one lane, across the crossing and along another. Positions are of its middle, metres. */
final class Vehicle {
    /** What drives, and how. */
    record Kind(RoadUserType type, Size size, double acceleration) {
        static final Kind CAR = new Kind(RoadUserType.CAR, new Size(4.6, 1.8, 1.5), 1.8);
        static final Kind TRUCK = new Kind(RoadUserType.TRUCK, new Size(9, 2.5, 3.4), 1.1);
        static final Kind BUS = new Kind(RoadUserType.BUS, new Size(10.5, 2.5, 3.1), 1.2);
        static final Kind MOTORCYCLE = new Kind(RoadUserType.MOTORCYCLE, new Size(2.1, 0.8, 1.6), 2.2);
    }

    private static final double COMFORTABLE_BRAKING = 2.5;
    private static final double HARDEST_BRAKING = 8;
    private static final double TIME_GAP = 1.3;
    private static final double STANDING_GAP = 2;

    final int id;
    final Kind kind;
    final Turn turn;
    /** Where the stop line is. */
    final double line;
    /** Where it has left the crossing. */
    final double behind;

    final double end;
    private final Path path;
    private double along;
    private double speed;
    private boolean admitted;
    private Body.Conduct conduct;
    /** How fast it would go on a free road, m/s. */
    private double wish;
    /** With which it brakes whatever is ahead, m/s²; NaN when it does not. */
    private double braking = Double.NaN;

    Vehicle(int id, Kind kind, Turn turn, Body.Conduct conduct, double wish, double speed) {
        this.id = id;
        this.kind = kind;
        this.turn = turn;
        this.conduct = conduct;
        this.wish = wish;
        this.speed = speed;
        path = turn.from().path().then(turn.path()).then(turn.to().path());
        line = turn.from().path().length();
        behind = line + turn.path().length();
        end = path.length();
        along = kind.size().length() / 2;
    }

    Body.Conduct conduct() {
        return conduct;
    }

    void behave(Body.Conduct how) {
        conduct = how;
    }

    double wish() {
        return wish;
    }

    void wish(double metresASecond) {
        wish = metresASecond;
    }

    /** Brakes from now on, and stands, whatever is ahead; NaN: drives again. */
    void brake(double deceleration) {
        braking = deceleration;
    }

    /** The id of the lane on which its middle is; 0 on the crossing. */
    int lane() {
        if (along < line) {
            return turn.from().id();
        }
        return along > behind ? turn.to().id() : 0;
    }

    double along() {
        return along;
    }

    double speed() {
        return speed;
    }

    double front() {
        return along + kind.size().length() / 2;
    }

    double rear() {
        return along - kind.size().length() / 2;
    }

    /** To the end of the world. */
    double remaining() {
        return end - along;
    }

    /** Whether it has, or has been promised, the way across. */
    boolean admitted() {
        return admitted;
    }

    void admit() {
        admitted = true;
    }

    /** Whether it is on the crossing, or may be any moment. */
    boolean crossing() {
        return admitted && rear() < behind;
    }

    boolean gone() {
        return along >= end;
    }

    /** How far before the stop line it must know whether it may go. */
    double decision() {
        return speed * speed / (2 * COMFORTABLE_BRAKING) + 4;
    }

    /** The speed that the way ahead allows here, m/s. */
    double allowed() {
        double curve = line + Layout.LINE - Layout.CURVE;
        double leave = behind - (Layout.LINE - Layout.CURVE);
        if (along > leave || turn.speed() >= wish) {
            return wish;
        }
        double before = Math.max(0, curve - along);
        return Math.min(wish, Math.sqrt(turn.speed() * turn.speed() + 2 * 2.0 * before));
    }

    /**
     * Moves on for a step, by the intelligent driver model (Treiber, Hennecke, Helbing 2000).
     *
     * @param gap metres to what is ahead; infinite when there is nothing
     * @param aheadSpeed of what is ahead, m/s
     * @param limit the greatest speed here, m/s
     */
    void move(double seconds, double gap, double aheadSpeed, double limit) {
        double room = Math.max(0.1, gap);
        double closing = speed * (speed - aheadSpeed) / (2 * Math.sqrt(kind.acceleration() * COMFORTABLE_BRAKING));
        double desired = STANDING_GAP + Math.max(0, speed * TIME_GAP + closing);
        double pull = 1 - Math.pow(speed / Math.min(limit, allowed()), 4) - Math.pow(desired / room, 2);
        double free =
                Double.isNaN(braking) ? kind.acceleration() * pull : Math.min(-braking, kind.acceleration() * pull);
        double acceleration = Math.max(-HARDEST_BRAKING, free);
        double next = gap < 0.3 ? 0 : Math.max(0, speed + acceleration * seconds);
        along += (speed + next) / 2 * seconds;
        speed = next;
    }

    Body body() {
        return bodyAfter(0);
    }

    Course course() {
        return new Course(body(), turn.from().id(), turn.to().id(), line - front());
    }

    /** Its body so many seconds later, if it goes on its way at the speed that it has. */
    Body bodyAfter(double seconds) {
        return new Body(id, kind.type(), path.at(along + speed * seconds), speed, kind.size(), conduct);
    }
}
