package io.verge.api.observation;

/** The 1-sigma error of a sensor's detections, as its maker or its calibration states it. */
public sealed interface SensorError {
    /**
     * Of a sensor that measures range and direction.
     *
     * @param range metres
     * @param azimuth degrees
     * @param radialSpeed m/s
     */
    record Polar(double range, double azimuth, double radialSpeed) implements SensorError {}

    /**
     * Of a sensor that sees points on the ground: grows with the distance.
     *
     * @param along the line of sight, metres per metre of distance
     * @param across the line of sight, metres per metre of distance
     */
    record LineOfSight(double along, double across) implements SensorError {}
}
