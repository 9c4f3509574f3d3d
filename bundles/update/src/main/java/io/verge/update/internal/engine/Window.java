package io.verge.update.internal.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The time of day in which a box may be switched to another set.
 *
 * @param from its beginning; null for any time
 * @param to its end, which may be on the next day
 * @param zone of both
 */
public record Window(@Nullable LocalTime from, @Nullable LocalTime to, ZoneId zone) {
    /** At any time. */
    public static Window always() {
        return new Window(null, null, ZoneId.of("UTC"));
    }

    /** The first instant from this one on that is in it. */
    public Instant next(Instant now) {
        if (from == null || to == null || from.equals(to)) {
            return now;
        }
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean inside = from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
        if (inside) {
            return now;
        }
        ZonedDateTime begin = local.with(from);
        return (begin.isBefore(local) ? begin.plusDays(1) : begin).toInstant();
    }
}
