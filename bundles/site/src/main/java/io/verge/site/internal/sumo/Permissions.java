package io.verge.site.internal.sumo;

import io.verge.api.site.LaneUse;
import java.util.List;
import java.util.Optional;

/** For whom a lane is, by SUMO's vehicle classes. */
final class Permissions {
    private Permissions() {}

    /** The first of cars, buses, bicycles and walkers that may use it; empty for rails, water and closed lanes. */
    static Optional<LaneUse> use(SumoNet.Lane lane) {
        if (may(lane, "passenger")) {
            return Optional.of(LaneUse.VEHICLE);
        } else if (may(lane, "bus")) {
            return Optional.of(LaneUse.BUS);
        } else if (may(lane, "bicycle")) {
            return Optional.of(LaneUse.BICYCLE);
        }
        return may(lane, "pedestrian") ? Optional.of(LaneUse.SIDEWALK) : Optional.empty();
    }

    /** What is allowed is all there is; without it, all that is not disallowed. */
    private static boolean may(SumoNet.Lane lane, String kind) {
        if (!lane.allow().isEmpty()) {
            return names(lane.allow(), kind);
        }
        return !names(lane.disallow(), kind);
    }

    private static boolean names(String kinds, String kind) {
        List<String> words = List.of(kinds.strip().split("\\s+"));
        return words.contains(kind) || words.contains("all");
    }
}
