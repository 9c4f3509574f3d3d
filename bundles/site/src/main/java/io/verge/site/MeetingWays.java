package io.verge.site;

import io.verge.api.site.SiteMap;
import io.verge.site.internal.review.Ways;

/** Conflicts for a map whose source has none. */
public final class MeetingWays {
    private MeetingWays() {}

    /**
     * The map with all pairs of signal groups as conflicts that rule ways which cross or lead into one lane. More than exclude each
     * other at most crossings: a turn that yields meets those that it yields to.
     */
    public static SiteMap excluded(SiteMap map) {
        return new SiteMap(
                map.region(),
                map.id(),
                map.name(),
                map.revision(),
                map.approaches(),
                map.lanes(),
                map.crosswalks(),
                Ways.meeting(map).keySet());
    }
}
