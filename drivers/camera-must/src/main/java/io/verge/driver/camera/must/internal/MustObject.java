package io.verge.driver.camera.must.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sensor.
 *
 * @param confidence of the type, 0 to 1
 * @param right metres to the right of the direction of view
 * @param forward metres along the direction of view
 * @param heading degrees counter-clockwise from the direction of view
 * @param speed m/s
 * @param size null when the sensor does not say
 * @param track the sensor's name for it
 * @param time when it was seen, as the sensor writes it: seconds since 1970
 */
record MustObject(
        RoadUserType type,
        double confidence,
        double right,
        double forward,
        double heading,
        double speed,
        @Nullable Size size,
        String track,
        String time) {}
