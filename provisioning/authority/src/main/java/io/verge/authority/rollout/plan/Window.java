package io.verge.authority.rollout.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of the day in which boxes are asked. That they also switch then is for the maintenance window of the box itself.
 *
 * @param from the first moment
 * @param to the first moment behind it; earlier than {@code from} when midnight lies between, equal for the whole day
 */
public record Window(LocalTime from, LocalTime to, ZoneId zone) {
    /** Whether a moment is in it. */
    public boolean contains(Instant time) {
        LocalTime local = time.atZone(zone).toLocalTime();
        if (from.equals(to)) {
            return true;
        }
        return from.isBefore(to)
                ? !local.isBefore(from) && local.isBefore(to)
                : !local.isBefore(from) || local.isBefore(to);
    }

    /** As people read it. */
    @Override
    public String toString() {
        return from + " to " + to + " " + zone;
    }
}
