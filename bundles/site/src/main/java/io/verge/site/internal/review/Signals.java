package io.verge.site.internal.review;

import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;

/** Ways without a signal group at a crossing where others have one. */
final class Signals {
    private Signals() {}

    static void check(SiteMap map, Findings findings) {
        boolean signals = map.lanes().stream()
                        .flatMap(lane -> lane.connections().stream())
                        .anyMatch(connection -> connection.signalGroup() != null)
                || map.crosswalks().stream().anyMatch(crosswalk -> crosswalk.signalGroup() != null);
        if (!signals) {
            return;
        }
        for (Lane lane : map.lanes()) {
            for (Connection connection : lane.connections()) {
                if (connection.signalGroup() == null) {
                    findings.lane(
                            lane.id(),
                            "the connection to lane " + connection.toLane()
                                    + " has no signal group, and others of this crossing have one");
                }
            }
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            if (crosswalk.signalGroup() == null) {
                findings.crosswalk(crosswalk.id(), "has no signal group, and others of this crossing have one");
            }
        }
        if (map.conflicts().isEmpty()) {
            findings.map("\"conflicts\" is empty: all signal groups may be green together");
        }
    }
}
