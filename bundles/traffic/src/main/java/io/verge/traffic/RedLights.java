package io.verge.traffic;

import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalState;
import io.verge.traffic.RouteGuess.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who does not stop at a red signal. At every scene call {@link #begin}, {@link #look} for each vehicle, then ask. For one thread.
 *
 * <pre>
 *  OBEYS ──required braking above the limit, does not brake, three looks in a row──▶ WILL_NOT_STOP ──brakes or slow──▶ OBEYS
 *    └──over the line on red──▶ PASSED ◀──over the line──┘        PASSED ──slow, gone from the crossing, or unseen for 2 s──▶ OBEYS
 * </pre>
 *
 * Who has several ways ahead violates only if all of them are red; a way without signal, or whose signal is not known, is not.
 */
public final class RedLights {
    /** How someone stands to its signal. */
    public enum Verdict {
        OBEYS,
        /** Before the line, and not about to stop there although its signal will have been red for a while. */
        WILL_NOT_STOP,
        /** Has passed the line on red. */
        PASSED
    }

    /** Who arrives so soon after red began passes on the end of yellow, as far as a clock and a stop line are exact. */
    private static final Duration INTO_RED = Duration.ofMillis(100);
    /** Who brakes with this part of what is required is about to stop: drivers brake harder towards the end. */
    private static final double ANSWER = 0.5;
    /** And who brakes like this stops somewhere, m/s². */
    private static final double STRONG = 3;
    /** So many looks in a row it must seem not to stop: who brakes late is seen to brake only then. */
    private static final int SURE = 3;
    /** Not seen for so long, one is forgotten. */
    private static final Duration MEMORY = Duration.ofSeconds(2);
    /** Who is slower violates nothing, m/s. */
    private static final double SLOW = 2.5;

    /** Who is slower arrives at no time that is known, m/s. */
    private static final double CREEPS = 0.5;

    private final Signals signals;
    private final Trends trends;
    private final StoppingHabits habits;
    private final double sigmas;
    private final Map<Integer, Instant> redSince = new HashMap<>();
    private final Map<Integer, Driver> drivers = new HashMap<>();

    /** What is remembered of one that is before a red line, or has passed one. */
    private static final class Driver {
        private Instant seen = Instant.MIN;
        private boolean bound;
        private int defiant;
        private double unanswered;
        private boolean passed;
    }

    /**
     * @param trends updated by the caller before each scene is looked at
     * @param sigmas what is said of someone must hold though he be so many standard deviations slower, and farther from the line,
     *     than measured; 0 or more
     */
    public RedLights(Signals signals, Trends trends, StoppingHabits habits, double sigmas) {
        this.signals = signals;
        this.trends = trends;
        this.habits = habits;
        this.sigmas = sigmas;
    }

    /** A scene begins. */
    public void begin(Scene scene) {
        Instant now = scene.time();
        drivers.values()
                .removeIf(one -> one.seen.isAfter(now) || one.seen.plus(MEMORY).isBefore(now));
        redSince.values().removeIf(since -> since.isAfter(now));
        redSince.keySet().removeIf(group -> signals.now(scene, group) != Aspect.STOP);
        for (SignalState state : scene.signals().values()) {
            if (signals.now(scene, state.group()) == Aspect.STOP) {
                redSince.putIfAbsent(state.group(), now);
            }
        }
    }

    /** Looks at a vehicle and all ways that it may take. */
    public void look(Scene scene, RoadUser user, List<Option> options) {
        boolean before = !options.isEmpty();
        boolean red = before;
        for (int i = 0; i < options.size(); i++) {
            before &= reserve(user, options.get(i)) > 0;
            red &= redAtArrival(scene, user, options.get(i));
        }
        Driver driver = drivers.get(user.id());
        if (driver == null && before && red) {
            driver = new Driver();
            drivers.put(user.id(), driver);
        }
        if (driver != null) {
            driver.seen = scene.time();
            if (before) {
                approach(driver, user, red, reserve(user, options.get(0)));
            } else {
                pass(driver, user, red || options.isEmpty(), left(user, options));
            }
        }
    }

    private void approach(Driver driver, RoadUser user, boolean red, double distance) {
        double speed = leastSpeed(user);
        double required = Braking.toStop(speed, distance);
        boolean answers = answers(user, required);
        driver.bound = red;
        driver.passed = false;
        boolean defies = red && !answers && speed > SLOW;
        driver.defiant = defies && required > habits.limit() ? driver.defiant + 1 : 0;
        if (defies) {
            driver.unanswered = Math.max(driver.unanswered, required);
        } else if (driver.unanswered > 0 && (answers || speed <= SLOW)) {
            habits.stopped(driver.unanswered);
            driver.unanswered = 0;
        } else if (!red) {
            driver.unanswered = 0;
        }
    }

    private double leastSpeed(RoadUser user) {
        Motion motion = user.motion();
        return Math.max(
                0, motion.velocity().speed() - sigmas * motion.velocityError().semiMajor());
    }

    /** The farthest that it may still be from the line, metres. */
    private double reserve(RoadUser user, Option option) {
        return toStopLine(user, option) + sigmas * user.motion().positionError().semiMajor();
    }

    private boolean answers(RoadUser user, double required) {
        return trends.braking(user.id()) >= Math.min(STRONG, ANSWER * required);
    }

    /** Who stops a little beyond the line waits there; what it does when its signal is green again is another matter. */
    private void pass(Driver driver, RoadUser user, boolean red, boolean left) {
        boolean goes = leastSpeed(user) > SLOW && !answers(user, Double.POSITIVE_INFINITY);
        driver.passed = (driver.passed || (driver.bound && red)) && goes && !left;
        driver.bound = false;
        driver.defiant = 0;
        driver.unanswered = 0;
    }

    /** Whether its rear is on the way out, where it is in nobody's way any more. */
    private static boolean left(RoadUser user, List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            if (option.along() - Bodies.length(user) / 2 <= option.route().exit()) {
                return false;
            }
        }
        return !options.isEmpty();
    }

    private boolean redAtArrival(Scene scene, RoadUser user, Option option) {
        Integer group = option.route().signalGroup();
        double speed = user.motion().velocity().speed();
        double arrival = Math.max(0, toStopLine(user, option)) / Math.max(speed, CREEPS);
        double begun = INTO_RED.toMillis() / 1000.0;
        if (signals.after(scene, group, Math.max(0, arrival - begun)) != Aspect.STOP) {
            return false;
        }
        Instant since = group == null ? null : redSince.get(group);
        return since == null || Duration.between(since, scene.time()).toMillis() / 1000.0 + arrival >= begun;
    }

    /** After {@link #look}. */
    public Verdict of(int id) {
        Driver driver = drivers.get(id);
        if (driver == null) {
            return Verdict.OBEYS;
        }
        if (driver.passed) {
            return Verdict.PASSED;
        }
        return driver.defiant >= SURE ? Verdict.WILL_NOT_STOP : Verdict.OBEYS;
    }

    /** Metres from its front to the stop line; less than 0 beyond it. */
    public static double toStopLine(RoadUser user, Option option) {
        return option.route().stopLine() - option.along() - Bodies.length(user) / 2;
    }
}
