package io.verge.site.internal.sumo;

import java.util.HashMap;
import java.util.Map;

/** Which place a link has in the list of a junction, which is ordered by internal lanes. */
final class Requests {
    /** A turn may wait within the junction and is then two internal lanes, of which the list has the last. */
    private static final int PARTS = 4;

    private final Topology topology;
    private final Map<String, Integer> places = new HashMap<>();

    Requests(SumoNet.Junction junction, Topology topology) {
        this.topology = topology;
        for (String lane : junction.internalLanes()) {
            places.putIfAbsent(lane, places.size());
        }
    }

    /** −1 when it is not in the list, as in networks that were made without internal lanes. */
    int of(SumoNet.Link link) {
        String lane = link.via();
        for (int part = 0; part < PARTS && !lane.isEmpty(); part++) {
            Integer place = places.get(lane);
            if (place != null) {
                return place;
            }
            lane = next(lane);
        }
        return topology.to(link).map(to -> places.getOrDefault(to.id(), -1)).orElse(-1);
    }

    /** The internal lane after this one. */
    private String next(String lane) {
        int cut = lane.lastIndexOf('_');
        if (cut < 1) {
            return "";
        }
        String index = lane.substring(cut + 1);
        return topology.outOf(lane.substring(0, cut)).stream()
                .filter(link -> Integer.toString(link.fromLane()).equals(index))
                .map(SumoNet.Link::via)
                .findFirst()
                .orElse("");
    }
}
