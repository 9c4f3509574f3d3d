package io.verge.app.pedestrianwarning.internal;

import io.verge.api.geo.Headings;
import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Bodies;
import io.verge.traffic.LaneLine;
import io.verge.traffic.RoadNet;

/** What a sensor takes for somebody on foot and is a part of a vehicle. Immutable. */
final class Pieces {
    /** So far beyond what is thought to be a vehicle's ends, and its sides, are reflections of it, metres. */
    private static final double BEYOND = 1;

    private static final double BESIDE = 0.5;
    /** A part and its vehicle move alike: their velocities differ by less, m/s. */
    private static final double ALIKE = 0.5;
    /** Joggers on the road are slower, m/s. Who goes along a lane, within so many degrees, and is faster drives. */
    private static final double DRIVES = 4;

    private static final double ALONG = 30;
    /** From the middle of the lane, metres. */
    private static final double NEAR = 2;

    private final RoadNet net;

    Pieces(RoadNet net) {
        this.net = net;
    }

    /** Whether somebody is none: as fast as traffic along a lane, or seen by one kind of sensor only and fixed to a vehicle. */
    boolean contain(RoadUser user, Scene scene) {
        return drives(user) || (user.sources().size() <= 1 && fixed(user, scene));
    }

    private boolean drives(RoadUser user) {
        Velocity velocity = user.motion().velocity();
        if (velocity.speed() < DRIVES) {
            return false;
        }
        double east = user.motion().position().east();
        double north = user.motion().position().north();
        for (LaneLine lane : net.lanesNear(east, north, NEAR)) {
            double along = lane.line().project(east, north).along();
            if (Math.abs(Headings.turn(lane.line().headingAt(along), velocity.heading())) < ALONG) {
                return true;
            }
        }
        return false;
    }

    private static boolean fixed(RoadUser user, Scene scene) {
        for (RoadUser other : scene.roadUsers()) {
            if (other.type().motorised() && alike(user, other) && touches(user, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(RoadUser user, RoadUser other) {
        Velocity one = user.motion().velocity();
        Velocity two = other.motion().velocity();
        return Math.hypot(one.east() - two.east(), one.north() - two.north()) < ALIKE;
    }

    private static boolean touches(RoadUser user, RoadUser vehicle) {
        double heading = Math.toRadians(vehicle.motion().heading());
        double east =
                user.motion().position().east() - vehicle.motion().position().east();
        double north =
                user.motion().position().north() - vehicle.motion().position().north();
        double ahead = east * Math.sin(heading) + north * Math.cos(heading);
        double right = east * Math.cos(heading) - north * Math.sin(heading);
        return Math.abs(ahead) < Bodies.length(vehicle) / 2 + BEYOND
                && Math.abs(right) < Bodies.width(vehicle) / 2 + BESIDE;
    }
}
