package io.verge.driver.simulator.internal.world;

import java.util.ArrayList;
import java.util.List;

/** A line over the ground, of straight pieces and arcs that join without a kink. Immutable. */
final class Path {
    /** One piece; a curvature above 0 turns to the right, 1/m. */
    private record Piece(Pose start, double curvature, double length) {
        Pose at(double along) {
            if (curvature == 0) {
                return start.moved(along, 0);
            }
            double radius = 1 / curvature;
            Pose centre = start.moved(0, radius);
            return centre.facing(start.heading() + Math.toDegrees(along * curvature))
                    .moved(0, -radius);
        }
    }

    private final List<Piece> pieces;
    private final double length;

    private Path(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToDouble(Piece::length).sum();
    }

    /** A straight line of so many metres. */
    static Path straight(Pose start, double length) {
        return new Path(List.of(new Piece(start, 0, length)));
    }

    /** This path with so many metres straight on behind its end. */
    Path ahead(double metres) {
        return with(new Piece(end(), 0, metres));
    }

    /** This path with a quarter of a circle behind its end. */
    Path quarter(boolean right, double radius) {
        return with(new Piece(end(), (right ? 1 : -1) / radius, radius * Math.PI / 2));
    }

    /** This path and another that begins at its end. */
    Path then(Path next) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(next.pieces);
        return new Path(all);
    }

    private Path with(Piece piece) {
        return then(new Path(List.of(piece)));
    }

    /** Metres. */
    double length() {
        return length;
    }

    Pose end() {
        return at(length);
    }

    /** Where one is after so many metres; before the start and behind the end the line goes on as it begins and ends. */
    Pose at(double along) {
        double rest = along;
        int number = 0;
        while (number < pieces.size() - 1 && rest > pieces.get(number).length()) {
            rest -= pieces.get(number).length();
            number++;
        }
        return pieces.get(number).at(rest);
    }
}
