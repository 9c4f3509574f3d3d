package io.verge.perception.internal;

import java.util.concurrent.TimeUnit;

/**
 * The thresholds of the tracker, in the units it computes in. See {@link PerceptionConfig} for what each is.
 *
 * @param rewind µs
 */
record Settings(
        int maxTracks,
        int maxDetections,
        long rewind,
        double gate,
        Noise noise,
        Seen seen,
        Coast coast,
        Types types,
        Clusters clusters) {

    /**
     * How road users move and how sensors err.
     *
     * @param along m²/s³
     * @param across m²/s³
     * @param walker m²/s³
     * @param cameraAlong m
     * @param cameraAcross m
     * @param cameraRound 0 when a camera errs along and across as it states, 1 when in any direction
     * @param spread part of the body's length
     * @param spreadAcross part of that variance
     */
    record Noise(
            double along,
            double across,
            double walker,
            double cameraAlong,
            double cameraAcross,
            double cameraRound,
            double spread,
            double spreadAcross) {}

    /**
     * What sensors see of what is there and of what is not.
     *
     * @param radarClutter per frame
     * @param cameraClutter per frame
     * @param confirm logarithm of the odds
     */
    record Seen(
            double radar,
            double camera,
            double standing,
            double radarClutter,
            double cameraClutter,
            double radarBirth,
            double cameraBirth,
            double confirm,
            int confirmHits,
            double hidden,
            double miss) {}

    /**
     * How long a track lives without a measurement.
     *
     * @param tentative µs
     * @param confirmed µs
     * @param error m
     * @param shownError m
     * @param lostDensity logarithm of 1/m²
     * @param lostMemory µs
     */
    record Coast(
            long tentative, long confirmed, double error, double shownError, double lostDensity, long lostMemory) {}

    /**
     * @param accuracy of a camera, 0 to 1
     * @param certainty below which a type is unknown
     */
    record Types(double accuracy, double certainty) {}

    /**
     * @param distance m
     * @param speed m/s
     */
    record Clusters(double distance, double speed) {}

    static Settings of(PerceptionConfig config) {
        return new Settings(
                config.tracks_max(),
                config.detections_max(),
                TimeUnit.MILLISECONDS.toMicros(config.rewind()),
                config.gate(),
                new Noise(
                        config.noise_along(),
                        config.noise_across(),
                        config.noise_walker(),
                        config.camera_along(),
                        config.camera_across(),
                        config.camera_round(),
                        config.spread(),
                        config.spread_across()),
                new Seen(
                        config.seen_radar(),
                        config.seen_camera(),
                        config.seen_standing(),
                        config.clutter_radar(),
                        config.clutter_camera(),
                        config.birth_radar(),
                        config.birth_camera(),
                        logit(config.confirm_probability()),
                        config.confirm_hits(),
                        config.seen_hidden(),
                        config.miss()),
                new Coast(
                        TimeUnit.MILLISECONDS.toMicros(config.coast_tentative()),
                        TimeUnit.MILLISECONDS.toMicros(config.coast_confirmed()),
                        config.coast_error(),
                        config.coast_shown(),
                        config.lost_density(),
                        TimeUnit.MILLISECONDS.toMicros(config.lost_memory())),
                new Types(config.type_accuracy(), config.type_certainty()),
                new Clusters(config.cluster_distance(), config.cluster_speed()));
    }

    /** The logarithm of the odds. */
    static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /** The probability of these logarithmic odds. */
    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
