package io.verge.api.observation;

import io.verge.api.geo.Mount;
import io.verge.api.road.SensorKind;

/**
 * A sensor that detects road users: where it looks, how far, how well.
 *
 * @param id the name of its block in the profile, or in the recording
 * @param fieldOfView full opening angle in the horizontal plane, degrees
 * @param range metres
 */
public record Sensor(String id, SensorKind kind, Mount mount, double fieldOfView, double range, SensorError error) {}
