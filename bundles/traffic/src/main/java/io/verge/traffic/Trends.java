package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How speed and direction of road users change, which no sensor says: slopes through what the last scenes showed of each, about
 * {@value #SAMPLES} looks over most of a second. Forgets who is gone, and everybody when time runs backwards. One thread.
 */
public final class Trends {
    private static final int SAMPLES = 8;
    /** Looks without which nothing is said. */
    private static final int ENOUGH = 4;
    /** Scenes that follow more closely add noise, not knowledge. */
    private static final Duration SPACING = Duration.ofMillis(80);
    /** Who was away longer begins anew. */
    private static final double GAP = 0.5;

    private final Map<Integer, Trend> trends = new HashMap<>();
    private @Nullable Instant origin;
    private Instant newest = Instant.MIN;
    private int round;

    /** Takes the next scene. */
    public void update(Scene scene) {
        if (scene.time().isBefore(newest) || origin == null) {
            trends.clear();
            origin = scene.time();
            newest = Instant.MIN;
        }
        if (!newest.equals(Instant.MIN) && scene.time().isBefore(newest.plus(SPACING))) {
            return;
        }
        newest = scene.time();
        round++;
        double seconds = Duration.between(origin, newest).toNanos() / 1e9;
        for (RoadUser user : scene.roadUsers()) {
            Trend trend = trends.computeIfAbsent(user.id(), id -> new Trend());
            trend.round = round;
            trend.add(seconds, user.motion());
        }
        trends.values().removeIf(trend -> trend.round != round);
    }

    /** m/s², negative when it brakes; 0 when unknown. Calm, and late by half of the looks. */
    public double acceleration(int id) {
        Trend trend = trends.get(id);
        return trend == null || trend.count < ENOUGH ? 0 : trend.slope(trend.speeds, SAMPLES);
    }

    /** How hard it brakes: m/s², 0 when it does not or nobody knows. Of fewer looks than {@link #acceleration}: sooner, less calm. */
    public double braking(int id) {
        Trend trend = trends.get(id);
        return trend == null || trend.count < ENOUGH ? 0 : Math.max(0, -trend.slope(trend.speeds, ENOUGH));
    }

    /** Degrees a second, clockwise positive; NaN when unknown. */
    public double turnRate(int id) {
        Trend trend = trends.get(id);
        return trend == null || trend.count < ENOUGH ? Double.NaN : trend.slope(trend.headings, SAMPLES);
    }

    /** The last looks at one road user, in a ring. */
    private static final class Trend {
        private final double[] times = new double[SAMPLES];
        private final double[] speeds = new double[SAMPLES];
        /** Unwound, so that north is no jump. */
        private final double[] headings = new double[SAMPLES];

        private int count;
        private int round;

        void add(double time, Motion motion) {
            double speed = motion.velocity().speed();
            if (!Double.isFinite(speed)) {
                count = 0;
                return;
            }
            int last = (count + SAMPLES - 1) % SAMPLES;
            if (count > 0 && time - times[last] > GAP) {
                count = 0;
            }
            int next = count % SAMPLES;
            times[next] = time;
            speeds[next] = speed;
            headings[next] = unwound(motion.heading(), count == 0 ? Double.NaN : headings[last]);
            count++;
        }

        private static double unwound(double heading, double before) {
            if (!Double.isFinite(heading)) {
                return Double.isNaN(before) ? 0 : before;
            }
            return Double.isNaN(before) ? heading : before + Headings.turn(before, heading);
        }

        /** Least squares through the newest looks, as many as there are. */
        double slope(double[] values, int newest) {
            int n = Math.min(count, newest);
            double meanTime = mean(times, n);
            double meanValue = mean(values, n);
            double covariance = 0;
            double variance = 0;
            for (int i = count - n; i < count; i++) {
                double time = times[i % SAMPLES] - meanTime;
                covariance += time * (values[i % SAMPLES] - meanValue);
                variance += time * time;
            }
            return variance > 0 ? covariance / variance : 0;
        }

        private double mean(double[] values, int n) {
            double sum = 0;
            for (int i = count - n; i < count; i++) {
                sum += values[i % SAMPLES];
            }
            return sum / n;
        }
    }
}
