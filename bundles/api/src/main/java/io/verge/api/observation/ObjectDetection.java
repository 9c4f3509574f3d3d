package io.verge.api.observation;

import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import org.jspecify.annotations.Nullable;

/**
 * An object that the sensor itself located and perhaps tracked.
 *
 * @param position on the ground plane, site frame
 * @param type as the sensor classifies it
 * @param confidence of the type, 0 to 1
 * @param velocity null when the sensor does not say
 * @param size null when the sensor does not say
 * @param trackId the sensor's own name for it, stable over frames; null when it does not track
 */
public record ObjectDetection(
        Position position,
        RoadUserType type,
        double confidence,
        @Nullable Velocity velocity,
        @Nullable Size size,
        @Nullable String trackId)
        implements Detection {}
