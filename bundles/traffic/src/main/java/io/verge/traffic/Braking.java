package io.verge.traffic;

/** How hard one has to brake. Metres, m/s and m/s²; every result is 0 or more. */
public final class Braking {
    private Braking() {}

    /** To stand within a distance: 0 when standing, infinite when there is no distance left. */
    public static double toStop(double speed, double distance) {
        if (speed <= 0) {
            return 0;
        }
        return distance <= 0 ? Double.POSITIVE_INFINITY : speed * speed / (2 * distance);
    }

    /**
     * To stay behind a leader that goes on as it does: keeps its speed, or brakes to a stand.
     *
     * @param gap between the bodies
     * @param leaderBraking the leader's deceleration; 0 when it does not brake
     */
    public static double behind(double speed, double gap, double leaderSpeed, double leaderBraking) {
        double closing = toStop(speed - leaderSpeed, gap);
        if (leaderBraking <= 0) {
            return closing;
        }
        double leaderStops = leaderSpeed * leaderSpeed / (2 * leaderBraking);
        return Math.max(closing, toStop(speed, gap + leaderStops));
    }
}
