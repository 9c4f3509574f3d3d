package io.verge.traffic;

import io.verge.api.site.Lane;

/**
 * A lane of the map with its geometry.
 *
 * @param line the lane's centre line
 */
public record LaneLine(Lane lane, Polyline line) {
    public int id() {
        return lane.id();
    }

    /** The lane's speed limit, or another when the map does not say; m/s. */
    public double speedLimitOr(double other) {
        return lane.speedLimit() > 0 ? lane.speedLimit() : other;
    }
}
