package io.verge.api.observation;

/**
 * A reflection. A big vehicle gives several.
 *
 * @param range metres from the sensor along the line of sight, not negative
 * @param azimuth degrees from the boresight, clockwise positive
 * @param elevation degrees above the boresight
 * @param radialSpeed m/s, positive when receding
 * @param strength dB: signal to noise ratio, or radar cross section in dBsm where the sensor states that; NaN when unknown
 */
public record RadarDetection(double range, double azimuth, double elevation, double radialSpeed, double strength)
        implements Detection {}
