package io.verge.messages.facilities;

import io.verge.api.announcement.AdviceAnnouncement.Advice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The speed advice for the next green of each lane: no message can say which green is meant. */
public final class NextGreens {
    private NextGreens() {}

    /**
     * By lane, in the order of the advice; what has ended and what is no speed is left off.
     *
     * @param which of the advice to look at
     */
    public static Map<Integer, Advice> byLane(List<Advice> advices, Predicate<Advice> which, Instant now) {
        Map<Integer, Advice> next = new LinkedHashMap<>();
        for (Advice advice : advices) {
            if (advice.until().isAfter(now) && advice.maxSpeed() >= 0 && which.test(advice)) {
                next.merge(advice.lane(), advice, (one, other) -> other.from().isBefore(one.from()) ? other : one);
            }
        }
        return next;
    }
}
