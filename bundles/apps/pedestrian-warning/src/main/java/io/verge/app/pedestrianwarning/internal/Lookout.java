package io.verge.app.pedestrianwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.Aspect;
import io.verge.traffic.Bodies;
import io.verge.traffic.Braking;
import io.verge.traffic.Credible;
import io.verge.traffic.Place;
import io.verge.traffic.RedLights;
import io.verge.traffic.RoadNet;
import io.verge.traffic.RouteGuess;
import io.verge.traffic.RouteGuess.Option;
import io.verge.traffic.Signals;
import io.verge.traffic.Span;
import io.verge.traffic.Trends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a scene for walkers that are in danger. One thread. */
final class Lookout {
    /** Slower vehicles endanger nobody, m/s. */
    private static final double SLOW = 2;
    /** Who brakes with this part of what is required has seen them. */
    private static final double ANSWER = 0.6;
    /** Who is not nearer by so much each second is not come up to, m/s. */
    private static final double CLOSING = 1.5;
    /** Who is so far behind a vehicle's front, metres, is passed by it. */
    private static final double PASSED = 0.5;
    /** Ways less probable than this are not looked at. */
    private static final double LEAST = 0.3;
    /** How finely the meeting is looked for, seconds; how early before the vehicle one must be out of its way. */
    private static final double STRIDE = 0.2;

    private static final double EARLY = 0.5;
    /** Not more than these of one scene. */
    private static final int MOST = 200;

    private final PedestrianWarningConfig config;
    private final RoadNet net;
    private final Walkers walkers;
    private final Signals signals;
    private final Trends trends = new Trends();
    private final Conflicts conflicts;
    private final Credible credible;
    private final Credible credibleWalkers;

    Lookout(PedestrianWarningConfig config, RoadNet net) {
        this.config = config;
        this.net = net;
        signals = new Signals(Duration.ofMillis(config.signalAge()));
        credible = new Credible(limits(config, Duration.ofMillis(config.followed())));
        // Who steps onto the road cannot wait: that a walker is there is for the hold to make sure of.
        credibleWalkers = new Credible(limits(config, Duration.ZERO));
        walkers = new Walkers(config, net, signals, credibleWalkers);
        conflicts = new Conflicts(net);
    }

    private static Credible.Limits limits(PedestrianWarningConfig config, Duration followed) {
        return new Credible.Limits(
                followed, Duration.ofMillis(config.coasting()), config.placeError(), config.speedError());
    }

    List<Danger> dangers(Scene scene) {
        trends.update(scene);
        credible.update(scene);
        credibleWalkers.update(scene);
        List<Walker> exposed = walkers.of(scene);
        List<Danger> dangers = new ArrayList<>();
        if (!exposed.isEmpty()) {
            List<Vehicle> vehicles = vehicles(scene);
            for (Walker walker : exposed) {
                for (Vehicle vehicle : vehicles) {
                    conflicts
                            .between(walker, vehicle.option().route())
                            .flatMap(conflict -> danger(walker, vehicle, conflict))
                            .ifPresent(dangers::add);
                }
            }
        }
        return dangers;
    }

    private List<Vehicle> vehicles(Scene scene) {
        List<Vehicle> vehicles = new ArrayList<>();
        for (RoadUser user : scene.roadUsers()) {
            boolean comes = user.type().motorised() || user.type() == RoadUserType.UNKNOWN;
            if (comes && user.motion().velocity().speed() > SLOW && vehicles.size() < MOST && credible.of(user)) {
                for (Option option : RouteGuess.of(net, user, trends.turnRate(user.id()))) {
                    if (option.probability() >= LEAST) {
                        vehicles.add(vehicle(scene, user, option));
                    }
                }
            }
        }
        return vehicles;
    }

    private Vehicle vehicle(Scene scene, RoadUser user, Option option) {
        double arrival = Math.max(0, RedLights.toStopLine(user, option))
                / user.motion().velocity().speed();
        Aspect aspect = signals.after(scene, option.route().signalGroup(), arrival);
        return new Vehicle(user, option, trends.braking(user.id()), aspect);
    }

    private Optional<Danger> danger(Walker walker, Vehicle vehicle, Span conflict) {
        double distance = Math.max(0, conflict.begin() - vehicle.front());
        double seconds = distance / vehicle.speed();
        double length = Bodies.length(vehicle.user());
        double gone = (conflict.end() - vehicle.front() + length) / vehicle.speed();
        boolean dangerous = vehicle.front() < conflict.end()
                && seconds <= config.arriving()
                && !passes(walker, vehicle)
                && closes(walker, vehicle)
                && !answers(walker, vehicle, conflict, distance)
                && meet(walker, vehicle, seconds, gone);
        int lane = vehicle.option().route().from().id();
        return dangerous ? Optional.of(new Danger(walker, vehicle.user(), seconds, lane)) : Optional.empty();
    }

    /** Who is beside a vehicle, behind its front, is not run into by it. */
    private static boolean passes(Walker walker, Vehicle vehicle) {
        Place place = vehicle.option().route().path().project(walker.east(0), walker.north(0));
        return place.along() < vehicle.front() - PASSED;
    }

    /** Who goes the same way as fast as a vehicle is not run into by it, and may well be a part of it. */
    private static boolean closes(Walker walker, Vehicle vehicle) {
        Velocity walks = walker.user().motion().velocity();
        Velocity drives = vehicle.user().motion().velocity();
        double alongside = (walks.east() * drives.east() + walks.north() * drives.north()) / vehicle.speed();
        return vehicle.speed() - alongside > CLOSING;
    }

    /** Whether it will stop, for them or for its signal. Who must brake hard is in conflict with them, braking or not. */
    private boolean answers(Walker walker, Vehicle vehicle, Span conflict, double distance) {
        if (vehicle.stopsBefore(conflict.begin())) {
            double toLine = RedLights.toStopLine(vehicle.user(), vehicle.option());
            return brakes(vehicle, Braking.toStop(vehicle.speed(), toLine), config.brakingAtRed());
        }
        double required = Braking.toStop(vehicle.speed(), distance);
        return required <= config.brakingHard()
                && brakes(vehicle, required, walker.expected() ? config.braking() : config.brakingUnexpected());
    }

    private static boolean brakes(Vehicle vehicle, double required, double enough) {
        return required <= enough || vehicle.braking() >= ANSWER * required;
    }

    /** Whether the walker, going on as he does, is in the vehicle's way just before or while it is there. */
    private boolean meet(Walker walker, Vehicle vehicle, double from, double to) {
        Option option = vehicle.option();
        double reach = vehicle.halfWidth() + config.margin();
        for (double t = Math.max(0, from - EARLY); t <= to; t += STRIDE) {
            Place place = option.route().path().project(walker.east(t), walker.north(t));
            if (Math.abs(place.across() - option.across()) <= reach) {
                return true;
            }
        }
        return false;
    }
}
