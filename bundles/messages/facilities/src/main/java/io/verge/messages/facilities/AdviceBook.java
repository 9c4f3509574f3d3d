package io.verge.messages.facilities;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.site.SiteMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest speed advice of each crossing, where it has no message of its own: the next SPAT of the crossing carries it, each
 * speed with the signal group that it leads to. An advice that is not renewed is forgotten, so that one whose app has stopped
 * does not stay on the air. Safe for use by several threads.
 */
public final class AdviceBook {
    /** A proposal: longer than any app leaves its advice alone, shorter than a green. */
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private static final int CROSSINGS = 16;

    /** A crossing's name. */
    private record Crossing(int region, int id) {
        static Crossing of(SiteMap map) {
            return new Crossing(map.region(), map.id());
        }
    }

    /** By crossing, the one that was spoken of longest ago first. Guarded by this object's lock. */
    private final Map<Crossing, AdviceAnnouncement> newest = new LinkedHashMap<>(16, 0.75f, true);

    /** Takes the place of what was advised before. */
    public synchronized void remember(AdviceAnnouncement advice) {
        newest.put(Crossing.of(advice.map()), advice);
        if (newest.size() > CROSSINGS) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    /** What is advised for the next green of a signal group, at most one for each lane; empty when there is none. */
    public Collection<Advice> of(SiteMap map, int group, Instant now) {
        AdviceAnnouncement advice = newest(map);
        return advice == null || Duration.between(advice.time(), now).abs().compareTo(OLDEST) > 0
                ? List.of()
                : NextGreens.byLane(advice.advices(), each -> each.signalGroup() == group, now)
                        .values();
    }

    private synchronized @Nullable AdviceAnnouncement newest(SiteMap map) {
        return newest.get(Crossing.of(map));
    }
}
