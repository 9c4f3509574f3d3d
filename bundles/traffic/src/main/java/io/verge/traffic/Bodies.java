package io.verge.traffic;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadUser;

/** Bodies of road users as rectangles that point somewhere. */
public final class Bodies {
    private Bodies() {}

    /** As measured, else typical of its type; metres, greater than zero. */
    public static double length(RoadUser user) {
        Size size = user.size();
        return size != null && usable(size.length()) ? size.length() : typicalLength(user.type());
    }

    /** As measured, else typical of its type; metres, greater than zero. */
    public static double width(RoadUser user) {
        Size size = user.size();
        return size != null && usable(size.width()) ? size.width() : typicalWidth(user.type());
    }

    private static boolean usable(double size) {
        return size > 0 && Double.isFinite(size);
    }

    private static double typicalLength(RoadUserType type) {
        return switch (type) {
            case CAR -> 4.6;
            case TRUCK -> 9;
            case BUS -> 12;
            case MOTORCYCLE -> 2.1;
            case BICYCLE -> 1.8;
            case PEDESTRIAN -> 0.5;
            case ANIMAL, OBSTACLE -> 1;
            case UNKNOWN -> 2;
        };
    }

    private static double typicalWidth(RoadUserType type) {
        return switch (type) {
            case CAR -> 1.9;
            case TRUCK, BUS -> 2.55;
            case MOTORCYCLE -> 0.8;
            case BICYCLE -> 0.7;
            case PEDESTRIAN, ANIMAL -> 0.5;
            case OBSTACLE, UNKNOWN -> 1;
        };
    }

    /**
     * Whether two bodies touch.
     *
     * @param e1 the centre of the first, metres east; {@code n1} north
     * @param heading1 where it points, degrees clockwise from north
     * @param l1 its length in metres; {@code w1} its width
     * @param margin metres that the first body is made larger by on every side
     */
    public static boolean overlap(
            double e1,
            double n1,
            double heading1,
            double l1,
            double w1,
            double e2,
            double n2,
            double heading2,
            double l2,
            double w2,
            double margin) {
        return gap(
                        e2 - e1,
                        n2 - n1,
                        Math.toRadians(heading1),
                        l1 / 2 + margin,
                        w1 / 2 + margin,
                        Math.toRadians(heading2),
                        l2 / 2,
                        w2 / 2)
                <= 0;
    }

    /**
     * First time at which the bodies of two trajectories touch, looked for between the samples too, to a centimetre.
     *
     * @param margin metres that must stay between them
     * @return seconds from the trajectories' first sample; NaN when they never touch
     */
    public static double firstContact(Trajectory a, Trajectory b, double margin) {
        return new Contact(a, b, margin).first();
    }

    /**
     * The greatest gap that an axis of one of two rectangles separates them by; zero or less when they touch. Never more than
     * their distance (separating axis theorem).
     *
     * @param e from the centre of the first to that of the second; {@code n} likewise
     * @param h1 heading, radians
     * @param l1 half of the length; {@code w1} half of the width
     */
    static double gap(double e, double n, double h1, double l1, double w1, double h2, double l2, double w2) {
        double sin1 = Math.sin(h1);
        double cos1 = Math.cos(h1);
        double sin2 = Math.sin(h2);
        double cos2 = Math.cos(h2);
        double cos = Math.abs(cos1 * cos2 + sin1 * sin2);
        double sin = Math.abs(sin1 * cos2 - cos1 * sin2);
        double along1 = Math.abs(e * sin1 + n * cos1) - l1 - l2 * cos - w2 * sin;
        double across1 = Math.abs(e * cos1 - n * sin1) - w1 - l2 * sin - w2 * cos;
        double along2 = Math.abs(e * sin2 + n * cos2) - l2 - l1 * cos - w1 * sin;
        double across2 = Math.abs(e * cos2 - n * sin2) - w2 - l1 * sin - w1 * cos;
        return Math.max(Math.max(along1, across1), Math.max(along2, across2));
    }
}
