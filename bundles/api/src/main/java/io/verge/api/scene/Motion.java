package io.verge.api.scene;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.Velocity;

/**
 * Where something is and how it moves, at the time of the scene.
 *
 * @param position the centre of the body on the ground
 * @param heading where the body points, degrees clockwise from north; NaN when it never moved enough to tell
 * @param positionError metres²
 * @param velocityError (m/s)²
 */
public record Motion(
        Position position, Velocity velocity, double heading, Covariance positionError, Covariance velocityError) {}
