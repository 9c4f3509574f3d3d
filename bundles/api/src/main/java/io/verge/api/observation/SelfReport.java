package io.verge.api.observation;

import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a road user says of itself (BSM, PSM, CAM, VAM).
 *
 * @param id as sent, in hexadecimal; changes from time to time for privacy
 * @param speed m/s, not negative; NaN when unavailable
 * @param heading degrees clockwise from north; NaN when unavailable
 * @param error 1-sigma error of the position in metres; NaN when unavailable
 * @param size null when unavailable
 */
public record SelfReport(
        String id, RoadUserType type, Wgs84 position, double speed, double heading, double error, @Nullable Size size)
        implements MessageContent {}
