package io.verge.api.observation;

import io.verge.api.geo.Wgs84;
import io.verge.api.time.Stamps;
import java.time.Instant;

/**
 * Where the box itself is, by its receiver.
 *
 * @param error horizontal 1-sigma error in metres; NaN when unknown
 */
public record PositionFix(String device, Instant sensedAt, Stamps stamps, Wgs84 position, double error)
        implements Observation {}
