package io.verge.app.speedadvice.internal;

import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;

/**
 * How a queue at the stop line goes off.
 *
 * @param headway seconds a vehicle
 * @param lostTime seconds until the first moves
 * @param standing m/s; who is slower is queued
 */
record Queue(double headway, double lostTime, double standing) {
    /** How many vehicles stand on a lane. */
    int on(int lane, Scene scene) {
        int count = 0;
        for (RoadUser user : scene.roadUsers()) {
            if (user.lane() != null
                    && user.lane().lane() == lane
                    && user.type().motorised()
                    && user.motion().velocity().speed() < standing) {
                count++;
            }
        }
        return count;
    }

    /** Seconds from the beginning of the green until so many vehicles are gone. */
    double seconds(int vehicles) {
        return vehicles == 0 ? 0 : lostTime + vehicles * headway;
    }

    /** How many of these are left after a green of so many seconds. */
    int left(int vehicles, double green) {
        double gone = Math.max(0, Math.floor((green - lostTime) / headway));
        return (int) Math.max(0, vehicles - gone);
    }
}
