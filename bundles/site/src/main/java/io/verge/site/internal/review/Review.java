package io.verge.site.internal.review;

import io.verge.api.site.LaneUse;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.Findings;

/** All checks of what may be right but seldom is. */
public final class Review {
    private Review() {}

    /** Looks at a map without problems. */
    public static void of(SiteMap map, Findings findings) {
        Directions.check(map, findings);
        Turns.check(map, findings);
        Overlaps.check(map, findings);
        Measures.check(map, findings);
        Signals.check(map, findings);
        Conflicts.check(map, findings);
    }

    static boolean walked(LaneUse use) {
        return use == LaneUse.SIDEWALK;
    }
}
