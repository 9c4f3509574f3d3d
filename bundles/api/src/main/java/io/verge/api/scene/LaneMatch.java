package io.verge.api.scene;

/**
 * On which lane a road user is.
 *
 * @param lane of the site's map
 * @param along metres along the lane's centre line from its first point
 * @param across metres to the right of the centre line, seen along the lane
 * @param probability 0 to 1
 */
public record LaneMatch(int lane, double along, double across, double probability) {}
