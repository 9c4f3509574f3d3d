package io.verge.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds lanes near a point by squares of the map. Immutable. */
final class LaneGrid {
    /** The side of a square, metres, unless the map is so large that there would be too many. */
    private static final double SIDE = 10;

    private static final int MOST = 128;

    private final List<LaneLine> lanes;
    private final double west;
    private final double south;
    private final double side;
    private final int columns;
    private final int rows;
    /** The lanes that pass through each square, by row and column. */
    private final BitSet[] squares;

    /**
     * @param lanes by id
     */
    LaneGrid(List<LaneLine> lanes) {
        this.lanes = lanes;
        Box box = new Box();
        lanes.forEach(lane -> box.add(lane.line()));
        double largest = Math.max(box.east - box.west, box.north - box.south);
        west = box.west;
        south = box.south;
        side = Math.max(SIDE, largest / MOST);
        columns = lanes.isEmpty() ? 0 : (int) ((box.east - west) / side) + 1;
        rows = lanes.isEmpty() ? 0 : (int) ((box.north - south) / side) + 1;
        squares = new BitSet[columns * rows];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = new BitSet(lanes.size());
        }
        for (int i = 0; i < lanes.size(); i++) {
            draw(i, lanes.get(i).line());
        }
    }

    /** Marks every square that a segment's box touches: a few too many on a diagonal, never one too few. */
    private void draw(int lane, Polyline line) {
        for (int i = 0; i + 1 < line.points(); i++) {
            Box box = new Box();
            box.add(line.east(i), line.north(i));
            box.add(line.east(i + 1), line.north(i + 1));
            for (int row = row(box.south); row <= row(box.north); row++) {
                for (int column = column(box.west); column <= column(box.east); column++) {
                    squares[row * columns + column].set(lane);
                }
            }
        }
    }

    List<LaneLine> near(double east, double north, double radius) {
        if (squares.length == 0 || !Double.isFinite(east) || !Double.isFinite(north) || !(radius >= 0)) {
            return List.of();
        }
        BitSet candidates = new BitSet(lanes.size());
        for (int row = row(north - radius); row <= row(north + radius); row++) {
            for (int column = column(east - radius); column <= column(east + radius); column++) {
                candidates.or(squares[row * columns + column]);
            }
        }
        List<LaneLine> near = new ArrayList<>(candidates.cardinality());
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (lanes.get(i).line().project(east, north).distance() <= radius) {
                near.add(lanes.get(i));
            }
        }
        return near;
    }

    /** What is outside counts to the outermost square. */
    private int column(double east) {
        return (int) Math.max(0, Math.min(columns - 1, (east - west) / side));
    }

    private int row(double north) {
        return (int) Math.max(0, Math.min(rows - 1, (north - south) / side));
    }

    private static final class Box {
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;

        private void add(Polyline line) {
            for (int i = 0; i < line.points(); i++) {
                add(line.east(i), line.north(i));
            }
        }

        private void add(double e, double n) {
            west = Math.min(west, e);
            east = Math.max(east, e);
            south = Math.min(south, n);
            north = Math.max(north, n);
        }
    }
}
