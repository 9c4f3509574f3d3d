package io.verge.traffic;

import io.verge.api.site.Crosswalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A crosswalk with its area: its centre line, as wide as it is, ending square at the kerbs.
 *
 * @param line from kerb to kerb
 */
public record CrosswalkArea(Crosswalk crosswalk, Polyline line) {
    /** How finely a route is searched, metres, and how exactly the kerb is then found. */
    private static final double STRIDE = 0.5;

    private static final double EXACTLY = 0.01;

    public int id() {
        return crosswalk.id();
    }

    /**
     * Whether a point is on it or so near.
     *
     * @param margin metres, not negative
     */
    public boolean contains(double east, double north, double margin) {
        return distance(east, north) <= margin;
    }

    /** How far a point is from it, metres; 0 inside. */
    public double distance(double east, double north) {
        Place place = line.project(east, north);
        double beyond = Math.sqrt(Math.max(0, place.distance() * place.distance() - place.across() * place.across()));
        double beside = Math.max(0, Math.abs(place.across()) - crosswalk.width() / 2);
        return Math.hypot(beyond, beside);
    }

    /** Where a route crosses it first, along the route's path; empty when it does not. */
    public Optional<Span> crossedBy(Route route) {
        return crossings(route).stream().findFirst();
    }

    /**
     * Where a route crosses it, along the route's path and in its order: a U-turn crosses the same one twice. Walks the whole
     * path: ask once a map, not at every scene.
     */
    public List<Span> crossings(Route route) {
        List<Span> spans = new ArrayList<>();
        double begin = Double.NaN;
        double before = 0;
        for (double along = 0;
                before < route.path().length();
                along = Math.min(along + STRIDE, route.path().length())) {
            boolean inside = inside(route, along);
            if (inside && Double.isNaN(begin)) {
                begin = along == 0 ? 0 : edge(route, before, along);
            } else if (!inside && !Double.isNaN(begin)) {
                spans.add(new Span(begin, edge(route, along, before)));
                begin = Double.NaN;
            }
            before = along;
        }
        if (!Double.isNaN(begin)) {
            spans.add(new Span(begin, route.path().length()));
        }
        return spans;
    }

    /** The edge between a place outside and one inside. */
    private double edge(Route route, double outside, double inside) {
        double out = outside;
        double in = inside;
        while (Math.abs(out - in) > EXACTLY) {
            double middle = (out + in) / 2;
            if (inside(route, middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private boolean inside(Route route, double along) {
        return contains(route.path().eastAt(along), route.path().northAt(along), 0);
    }
}
