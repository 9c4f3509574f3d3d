package io.verge.site.internal.sumo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lanes of a network follow which. */
final class Topology {
    private final SumoNet net;
    private final Map<String, List<SumoNet.Link>> into = new HashMap<>();
    private final Map<String, List<SumoNet.Link>> outOf = new HashMap<>();

    Topology(SumoNet net) {
        this.net = net;
        for (SumoNet.Link link : net.links()) {
            into.computeIfAbsent(link.to(), edge -> new ArrayList<>()).add(link);
            outOf.computeIfAbsent(link.from(), edge -> new ArrayList<>()).add(link);
        }
    }

    List<SumoNet.Link> into(String edge) {
        return into.getOrDefault(edge, List.of());
    }

    List<SumoNet.Link> outOf(String edge) {
        return outOf.getOrDefault(edge, List.of());
    }

    Optional<SumoNet.Lane> from(SumoNet.Link link) {
        return lane(link.from(), link.fromLane());
    }

    Optional<SumoNet.Lane> to(SumoNet.Link link) {
        return lane(link.to(), link.toLane());
    }

    private Optional<SumoNet.Lane> lane(String edge, int index) {
        SumoNet.@Nullable Edge found = net.edges().get(edge);
        return found == null || index >= found.lanes().size()
                ? Optional.empty()
                : Optional.of(found.lanes().get(index));
    }

    /**
     * The link by which a lane is fed when its road only goes on from one other road, with another number of lanes perhaps. Of
     * the lanes that one lane opens out into, only that straight ahead is fed by it; so a turning lane begins where it begins.
     */
    Optional<SumoNet.Link> feeding(String edge, int index) {
        List<SumoNet.Link> links = roads(into(edge));
        Set<String> sources = new HashSet<>();
        links.forEach(link -> sources.add(link.from()));
        if (sources.size() != 1) {
            return Optional.empty();
        }
        List<SumoNet.Link> onward = roads(outOf(sources.iterator().next()));
        if (onward.stream().anyMatch(link -> !link.to().equals(edge))) {
            return Optional.empty();
        }
        return links.stream()
                .filter(link -> link.toLane() == index)
                .filter(link -> onward.stream()
                        .filter(other -> other.fromLane() == link.fromLane())
                        .allMatch(other -> shift(link) <= shift(other)))
                .findFirst();
    }

    private List<SumoNet.Link> roads(List<SumoNet.Link> links) {
        return links.stream()
                .filter(link -> isRoad(link.from())
                        && isRoad(link.to())
                        && !link.direction().equals("t"))
                .toList();
    }

    private boolean isRoad(String edge) {
        SumoNet.@Nullable Edge found = net.edges().get(edge);
        return found != null && found.road();
    }

    /** Metres from the end of the one lane to the beginning of the other. */
    private double shift(SumoNet.Link link) {
        var from = from(link).map(SumoNet.Lane::shape).orElse(List.of());
        var to = to(link).map(SumoNet.Lane::shape).orElse(List.of());
        return from.isEmpty() || to.isEmpty()
                ? Double.POSITIVE_INFINITY
                : from.get(from.size() - 1).distanceTo(to.get(0));
    }
}
