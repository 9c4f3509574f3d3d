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
     * @param spread part of the body's length
     */
    record Noise(double along, double across, double walker, double cameraAlong, double cameraAcross, double spread) {}

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
            int confirmHits) {}

    /**
     * How long a track lives without a measurement.
     *
     * @param vehicle µs
     * @param vulnerable µs
     * @param standing µs
     * @param error m
     */
    record Coast(long vehicle, long vulnerable, long standing, double error) {}

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
                Tuning.get("gate", config.gate()),
                new Noise(
                        Tuning.get("noise_along", config.noise_along()),
                        Tuning.get("noise_across", config.noise_across()),
                        Tuning.get("noise_walker", config.noise_walker()),
                        Tuning.get("camera_along", config.camera_along()),
                        Tuning.get("camera_across", config.camera_across()),
                        Tuning.get("spread", config.spread())),
                new Seen(
                        Tuning.get("seen_radar", config.seen_radar()),
                        Tuning.get("seen_camera", config.seen_camera()),
                        Tuning.get("seen_standing", config.seen_standing()),
                        Tuning.get("clutter_radar", config.clutter_radar()),
                        Tuning.get("clutter_camera", config.clutter_camera()),
                        Tuning.get("birth_radar", config.birth_radar()),
                        Tuning.get("birth_camera", config.birth_camera()),
                        logit(Tuning.get("confirm_probability", config.confirm_probability())),
                        (int) Tuning.get("hits", config.confirm_hits())),
                new Coast(
                        TimeUnit.MILLISECONDS.toMicros(config.coast_vehicle()),
                        TimeUnit.MILLISECONDS.toMicros(config.coast_vulnerable()),
                        TimeUnit.MILLISECONDS.toMicros((long) Tuning.get("coast", config.coast_standing())),
                        Tuning.get("coast_error", config.coast_error())),
                new Types(Tuning.get("type_accuracy", config.type_accuracy()), config.type_certainty()),
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
