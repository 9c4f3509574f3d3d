package io.verge.app.collisionwarning.internal;

import io.verge.traffic.Credible;
import java.time.Duration;

/** The configuration, checked once. Seconds, metres, m/s, m/s², 0 to 1, as the configuration says. */
record Settings(
        Duration period,
        double warningTime,
        double earlyTime,
        double minSpeed,
        double margin,
        double comfortable,
        double hard,
        double violation,
        double latest,
        double probability,
        double minConfidence,
        int hits,
        int looks,
        Duration release,
        Duration signalAge,
        double radius,
        Credible.Limits credible,
        double sigmas) {
    static Settings of(CollisionWarningConfig config) {
        return new Settings(
                Duration.ofMillis(config.period()),
                config.warningTime(),
                config.earlyTime(),
                config.minSpeed(),
                config.margin(),
                config.comfortable(),
                config.hard(),
                config.violation(),
                config.latest(),
                config.probability(),
                config.minConfidence(),
                config.hits(),
                Math.max(config.hits(), config.looks()),
                Duration.ofMillis(config.release()),
                Duration.ofMillis(config.signalAge()),
                config.radius(),
                new Credible.Limits(
                        Duration.ofMillis(config.followed()),
                        Duration.ofMillis(config.coasting()),
                        config.placeError(),
                        config.speedError()),
                config.sigmas());
    }
}
