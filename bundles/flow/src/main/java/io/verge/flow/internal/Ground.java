package io.verge.flow.internal;

import io.verge.api.site.Lane;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;

/** What of a site's map apps can need. */
record Ground(boolean mapped, boolean crosswalks, boolean signalGroups) {
    static Ground of(Site site) {
        return site.map()
                .map(map -> new Ground(true, !map.crosswalks().isEmpty(), hasSignalGroup(map)))
                .orElseGet(() -> new Ground(false, false, false));
    }

    private static boolean hasSignalGroup(SiteMap map) {
        return map.crosswalks().stream().anyMatch(crosswalk -> crosswalk.signalGroup() != null)
                || map.lanes().stream().anyMatch(Ground::hasSignalGroup);
    }

    private static boolean hasSignalGroup(Lane lane) {
        return lane.connections().stream().anyMatch(connection -> connection.signalGroup() != null);
    }
}
