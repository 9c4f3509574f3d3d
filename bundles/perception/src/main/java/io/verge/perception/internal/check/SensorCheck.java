package io.verge.perception.internal.check;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Sensor;
import io.verge.api.status.Trouble;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds one sensor against the picture that all of them make together: where it sees road users beside where they are, by angle, by
 * distance and by time; whether it is silent, and whether it repeats itself. The picture holds what this sensor says as well, so an
 * error shows smaller than it is, and one of a sensor that is alone does not show at all. Mutable, one thread. Times in µs.
 */
final class SensorCheck {
    /** From here on an error spoils the picture: degrees, m, s. */
    private static final double TURNED = 1;

    private static final double DISPLACED = 1;
    private static final double UNTIMELY = 0.05;

    /** Faster ones show the time, m/s. */
    private static final double FAST = 3;

    /** Nearer ones show no direction, m. */
    private static final double NEAR = 8;

    /** Silent after so many usual intervals, and so long at least. */
    private static final double INTERVALS = 5;

    private static final long SILENT = 1_000_000;

    /** The same detections so many times in a row are no measurement. */
    private static final int FROZEN = 20;

    /** How much the newest interval weighs. */
    private static final double ALPHA = 0.05;

    private final Drift angle = new Drift();
    private final Drift distance = new Drift();
    private final Drift time = new Drift();
    private final String name;
    private DetectionFrame last;
    private double interval;
    private long lastTime;
    private int same;

    SensorCheck(DetectionFrame first, long sensedAt) {
        name = first.sensor().id();
        last = first;
        lastTime = sensedAt;
    }

    void frame(DetectionFrame frame, long sensedAt) {
        long passed = sensedAt - lastTime;
        if (passed <= 0) {
            return;
        }
        interval += (interval == 0 ? 1 : ALPHA) * (passed - interval);
        boolean again = !frame.detections().isEmpty() && frame.detections().equals(last.detections());
        same = again ? same + 1 : 0;
        last = frame;
        lastTime = sensedAt;
    }

    /** Where it saw somebody, and where and how fast that one is thought to be: m, m/s. */
    void compare(double seenEast, double seenNorth, double east, double north, double ve, double vn) {
        Sensor sensor = last.sensor();
        double sightEast = east - sensor.mount().position().east();
        double sightNorth = north - sensor.mount().position().north();
        double far = Math.hypot(sightEast, sightNorth);
        if (far < NEAR) {
            return;
        }
        double offEast = seenEast - east;
        double offNorth = seenNorth - north;
        double aside = (offEast * sightNorth - offNorth * sightEast) / far;
        angle.add(Math.toDegrees(aside / far), 1);
        distance.add((offEast * sightEast + offNorth * sightNorth) / far, 1);
        double squared = ve * ve + vn * vn;
        if (squared > FAST * FAST) {
            time.add((offEast * ve + offNorth * vn) / squared, squared / (FAST * FAST));
        }
    }

    /** What is wrong with it now; null when nothing is. */
    @Nullable
    Trouble trouble(long now) {
        for (Trouble trouble : new Trouble[] {silent(now), frozen(), untimely(), turned(), displaced()}) {
            if (trouble != null) {
                return trouble;
            }
        }
        return null;
    }

    private @Nullable Trouble silent(long now) {
        double limit = Math.max(SILENT, INTERVALS * interval);
        return now - lastTime <= limit
                ? null
                : trouble(
                        "no-frames",
                        "no frame for %.1f s, usually one each %.2f s",
                        List.of((now - lastTime) / 1e6, interval / 1e6),
                        "check its power, cable and address");
    }

    private @Nullable Trouble frozen() {
        return same < FROZEN
                ? null
                : trouble(
                        "frozen",
                        "the same %d detections %d times in a row",
                        List.of(last.detections().size(), same + 1),
                        "start the sensor again; if it comes back, replace it");
    }

    private @Nullable Trouble untimely() {
        return !time.beyond(UNTIMELY)
                ? null
                : trouble(
                        "clock-offset",
                        "what it sees is at least %.0f ms %s",
                        List.of(
                                Math.abs(time.mean()) * 1000,
                                time.mean() < 0 ? "older than it says" : "newer than it says"),
                        "check its time source, or the latency that its driver is told");
    }

    private @Nullable Trouble turned() {
        return !angle.beyond(TURNED)
                ? null
                : trouble(
                        "turned",
                        "sees road users at least %.1f degrees %s of where they are",
                        List.of(Math.abs(angle.mean()), angle.mean() > 0 ? "clockwise" : "anticlockwise"),
                        "align it, or correct mount.azimuth in the profile (now "
                                + last.sensor().mount().azimuth() + ")");
    }

    private @Nullable Trouble displaced() {
        return !distance.beyond(DISPLACED)
                ? null
                : trouble(
                        "displaced",
                        "sees road users at least %.1f m too %s",
                        List.of(Math.abs(distance.mean()), distance.mean() > 0 ? "far" : "near"),
                        "measure its place again and correct its mount in the profile");
    }

    private Trouble trouble(String code, String cause, List<Object> figures, String remedy) {
        return new Trouble(code, name + ": " + String.format(Locale.ROOT, cause, figures.toArray()), remedy);
    }
}
