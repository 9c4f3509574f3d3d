package io.verge.traffic;

/**
 * The place on a line that is nearest to a point.
 *
 * @param along metres from the line's first point, 0 to its length
 * @param across metres from the line, to the right when positive, seen along the line; beside an end of the line measured from
 *     its straight extension
 * @param distance metres from the line, not negative
 */
public record Place(double along, double across, double distance) {}
