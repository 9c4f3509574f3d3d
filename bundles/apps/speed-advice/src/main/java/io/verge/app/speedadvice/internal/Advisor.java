package io.verge.app.speedadvice.internal;

import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.scene.Scene;
import io.verge.traffic.Green;
import io.verge.traffic.LaneLine;
import io.verge.traffic.SignalForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The advice for one lane, signal group and green after the other. */
final class Advisor {
    private static final double KMH = 3.6;
    private static final int GREENS = 2;

    private final double minConfidence;
    private final double minSpeed;
    private final double minShare;
    private final Queue queue;
    private final Calm calm;

    Advisor(SpeedAdviceConfig config) {
        minConfidence = config.minConfidence();
        minSpeed = config.minSpeed() / KMH;
        minShare = config.minShare();
        queue = new Queue(config.headway(), config.lostTime(), config.standing());
        calm = new Calm(config.maxChange() / KMH, Duration.ofMillis(config.calm()));
    }

    /** Adds what is to be advised for the next greens of a signal group, in their order. */
    void advise(LaneLine lane, int group, SignalForecast forecast, Scene scene, List<Advice> into) {
        int vehicles = queue.on(lane.id(), scene);
        for (Green green : forecast.greens(group, GREENS)) {
            double start = Math.max(0, seconds(scene.time(), green.from()));
            double end = seconds(scene.time(), green.until());
            if (green.confidence() >= minConfidence) {
                add(lane, group, green, start + queue.seconds(vehicles), end, scene.time(), into);
            }
            vehicles = queue.left(vehicles, end - start);
        }
    }

    private void add(LaneLine lane, int group, Green green, double free, double end, Instant now, List<Advice> into) {
        double limit = lane.lane().speedLimit();
        double distance = lane.line().length();
        Window window = Window.of(distance, free, end, Math.max(minSpeed, minShare * limit), limit);
        if (window == null) {
            return;
        }
        Advice advice = new Advice(
                lane.id(),
                group,
                window.least(),
                window.greatest(),
                distance,
                green.confidence(),
                green.from(),
                green.until());
        if (calm.allows(advice, now)) {
            into.add(advice);
        }
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1000.0;
    }
}
