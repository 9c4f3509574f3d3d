package io.verge.app.pedestrianwarning.internal;

import io.verge.traffic.CrosswalkArea;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import io.verge.traffic.Route;
import io.verge.traffic.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What part of a vehicle's way belongs to a walker: the crosswalk that he crosses on, else where he is. Immutable. */
final class Conflicts {
    /** Before and behind one who is elsewhere on the carriageway, metres. */
    private static final double AROUND = 1;
    /** Who is farther beside a way, metres, is not on it soon. */
    private static final double BESIDE = 8;

    /** By crosswalk, then by route; the routes of a map are always the same objects. */
    private final Map<Integer, IdentityHashMap<Route, Span>> crossings = new HashMap<>();

    Conflicts(RoadNet net) {
        for (CrosswalkArea crosswalk : net.crosswalks()) {
            IdentityHashMap<Route, Span> spans = new IdentityHashMap<>();
            for (Route route : net.routes()) {
                crosswalk.crossedBy(route).ifPresent(span -> spans.put(route, span));
            }
            crossings.put(crosswalk.id(), spans);
        }
    }

    /** Along the route's path; empty when they have nothing to do with each other. */
    Optional<Span> between(Walker walker, Route route) {
        if (walker.crosswalk().isPresent()) {
            IdentityHashMap<Route, Span> spans =
                    crossings.get(walker.crosswalk().get().id());
            return spans == null ? Optional.empty() : Optional.ofNullable(spans.get(route));
        }
        Place place = route.path().project(walker.east(0), walker.north(0));
        return place.distance() <= BESIDE
                ? Optional.of(new Span(place.along() - AROUND, place.along() + AROUND))
                : Optional.empty();
    }
}
