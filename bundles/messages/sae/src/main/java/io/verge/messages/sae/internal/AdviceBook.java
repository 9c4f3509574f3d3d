package io.verge.messages.sae.internal;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.site.SiteMap;
import io.verge.messages.sae.j2735.AdvisorySpeed;
import io.verge.messages.sae.j2735.AdvisorySpeedType;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest speed advice of each crossing. It has no message of its own: the next SPAT of the crossing carries it, each speed
 * with the signal group that it leads to. An advice that is not renewed is forgotten, so that one whose app has stopped does
 * not stay on the air. Safe for use by several threads.
 */
final class AdviceBook {
    /** A proposal: longer than any app leaves its advice alone, shorter than a green. */
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private static final int CROSSINGS = 16;
    private static final int SPEEDS = 16;

    /** By crossing, the one that was spoken of longest ago first. Guarded by this object's lock. */
    private final Map<IntersectionReferenceID, AdviceAnnouncement> newest = new LinkedHashMap<>(16, 0.75f, true);

    /** Takes the place of what was advised before. */
    synchronized void remember(AdviceAnnouncement advice) {
        newest.put(SignalMessage.crossing(advice.map()), advice);
        if (newest.size() > CROSSINGS) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    /** The speeds for a signal group, those of the lower lanes first; null when there are none. */
    @Nullable
    List<AdvisorySpeed> of(SiteMap map, int group, Instant now) {
        AdviceAnnouncement advice = newest(map);
        if (advice == null || Duration.between(advice.time(), now).abs().compareTo(OLDEST) > 0) {
            return null;
        }
        List<AdvisorySpeed> speeds = new ArrayList<>();
        for (Advice next : nextGreens(advice.advices(), group, now)) {
            AdvisorySpeed speed = speed(next);
            if (speeds.size() < SPEEDS && !speeds.contains(speed)) {
                speeds.add(speed);
            }
        }
        return speeds.isEmpty() ? null : speeds;
    }

    private synchronized @Nullable AdviceAnnouncement newest(SiteMap map) {
        return newest.get(SignalMessage.crossing(map));
    }

    /** For each lane that for its next green: the message cannot say which green is meant. */
    private static Iterable<Advice> nextGreens(List<Advice> advices, int group, Instant now) {
        Map<Integer, Advice> next = new LinkedHashMap<>();
        for (Advice advice : advices) {
            if (advice.signalGroup() == group && advice.until().isAfter(now) && advice.maxSpeed() >= 0) {
                next.merge(advice.lane(), advice, (one, other) -> other.from().isBefore(one.from()) ? other : one);
            }
        }
        return next.values();
    }

    /** There is one speed in the message: the greatest that keeps to the advice. */
    private static AdvisorySpeed speed(Advice advice) {
        return new AdvisorySpeed(
                AdvisorySpeedType.GREENWAVE,
                SaeUnits.speedAdvice(advice.maxSpeed()),
                null,
                SaeUnits.zoneLength(advice.distance()),
                null,
                null,
                null);
    }
}
