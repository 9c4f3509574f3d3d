package io.verge.site.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GeoJSON coordinates into the site frame. Counts the points of the whole file. */
final class Coordinates {
    private static final int MAX_POINTS = 1000;
    private static final double MAX_DISTANCE = 5000;
    private static final double MAX_HEIGHT = 200;
    private static final String EXPECTED = "expected [longitude, latitude] in degrees, or with the elevation in metres";

    private final SiteFrame frame;
    private final Problems problems;
    private int points;

    Coordinates(SiteFrame frame, Problems problems) {
        this.frame = frame;
        this.problems = problems;
    }

    /** The points of a line; none when one of them is wrong or there are fewer than two. */
    List<Position> line(Json.Arr line, String feature) {
        List<Json> coordinates = line.items();
        List<Position> positions = new ArrayList<>();
        for (Json coordinate : coordinates) {
            point(coordinate, feature).ifPresent(positions::add);
        }
        if (coordinates.size() < 2) {
            problems.add(line.line(), feature, "has " + coordinates.size() + " points; expected at least two");
        }
        boolean good = positions.size() == coordinates.size() && positions.size() > 1;
        if (good) {
            distinct(positions, coordinates, feature);
        }
        return good ? positions : List.of();
    }

    private void distinct(List<Position> positions, List<Json> coordinates, String feature) {
        for (int i = 1; i < positions.size(); i++) {
            if (positions.get(i).distanceTo(positions.get(i - 1)) == 0) {
                problems.add(
                        coordinates.get(i).line(),
                        feature,
                        "points " + i + " and " + (i + 1) + " are the same; expected each point once");
            }
        }
    }

    Optional<Position> point(Json coordinate, String feature) {
        points++;
        if (points > MAX_POINTS) {
            if (points == MAX_POINTS + 1) {
                problems.add(
                        coordinate.line(),
                        feature,
                        "is beyond the limit of " + MAX_POINTS + " points for the whole map");
            }
            return Optional.empty();
        }
        return numbers(coordinate, feature).flatMap(numbers -> place(numbers, coordinate.line(), feature));
    }

    private Optional<List<Double>> numbers(Json coordinate, String feature) {
        List<Double> numbers = new ArrayList<>();
        if (coordinate instanceof Json.Arr list
                && list.items().size() >= 2
                && list.items().size() <= 3) {
            for (Json item : list.items()) {
                if (item instanceof Json.Num number && Double.isFinite(number.value())) {
                    numbers.add(number.value());
                }
            }
            if (numbers.size() == list.items().size()) {
                return Optional.of(numbers);
            }
        }
        problems.add(coordinate.line(), feature, "has a point that is not made of two or three numbers; " + EXPECTED);
        return Optional.empty();
    }

    private Optional<Position> place(List<Double> numbers, int line, String feature) {
        double longitude = numbers.get(0);
        double latitude = numbers.get(1);
        double elevation = numbers.size() > 2 ? numbers.get(2) : frame.origin().elevation();
        String shown = "[" + longitude + ", " + latitude + "]";
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            problems.add(
                    line,
                    feature,
                    "point " + shown + " is not on the earth; " + EXPECTED + swapped(latitude, longitude));
            return Optional.empty();
        }
        Position position = frame.toSite(new Wgs84(latitude, longitude, elevation));
        double distance = Math.hypot(position.east(), position.north());
        if (!(distance <= MAX_DISTANCE)) {
            problems.add(
                    line,
                    feature,
                    "point " + shown + " is " + Math.round(distance) + " m from the box; expected at most "
                            + Math.round(MAX_DISTANCE) + " m" + swapped(latitude, longitude));
            return Optional.empty();
        }
        if (!(Math.abs(elevation - frame.origin().elevation()) <= MAX_HEIGHT)) {
            problems.add(
                    line,
                    feature,
                    "elevation " + elevation + " m is more than " + Math.round(MAX_HEIGHT) + " m off the box's, "
                            + frame.origin().elevation() + " m; leave it out when it is not known");
            return Optional.empty();
        }
        return Optional.of(position);
    }

    /** A hint, when the point would be near the box the other way round. */
    private String swapped(double asLongitude, double asLatitude) {
        if (Math.abs(asLongitude) > 180 || Math.abs(asLatitude) > 90) {
            return "";
        }
        Position position =
                frame.toSite(new Wgs84(asLatitude, asLongitude, frame.origin().elevation()));
        return Math.hypot(position.east(), position.north()) <= MAX_DISTANCE
                ? "; are longitude and latitude swapped?"
                : "";
    }
}
