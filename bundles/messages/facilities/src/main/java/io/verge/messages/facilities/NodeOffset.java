package io.verge.messages.facilities;

import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a line: the way from the node before, for the first from the origin.
 *
 * @param east centimetres
 * @param north centimetres
 * @param place where the node is
 */
public record NodeOffset(long east, long north, Position place) {
    private static final double STEP = 0.01;

    /**
     * The nodes of a line.
     *
     * @param most of the points, of which those that shape the line most are kept when they are too many
     */
    public static List<NodeOffset> along(List<Position> points, int most) {
        List<NodeOffset> nodes = new ArrayList<>();
        long east = 0;
        long north = 0;
        for (Position point : Line.thinned(points, most)) {
            long x = Math.round(point.east() / STEP);
            long y = Math.round(point.north() / STEP);
            // From rounded place to rounded place, so that errors do not add up.
            nodes.add(new NodeOffset(x - east, y - north, point));
            east = x;
            north = y;
        }
        return nodes;
    }

    /** How many bits the greater of the two numbers takes. */
    public int bits() {
        return Math.max(bits(east), bits(north));
    }

    /** How many bits the two's complement of a number takes. */
    public static int bits(long value) {
        return 65 - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
    }
}
