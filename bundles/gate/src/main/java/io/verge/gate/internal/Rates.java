package io.verge.gate.internal;

import io.verge.api.announcement.Announcement;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much goes on the air. What is periodic may come a little closer together, what is not may come all at once. Of the octets
 * a quarter of what may go at once is kept for signals and events. Used by one thread.
 */
final class Rates {
    private static final double AT_ONCE = 0.25;
    private static final double RESERVED = 0.25;

    private final GateConfig config;
    private final Map<Announcement.Kind, Budget> announcements = new EnumMap<>(Announcement.Kind.class);
    private final Budget octets;

    Rates(GateConfig config, long nanos) {
        this.config = config;
        for (Announcement.Kind kind : Announcement.Kind.values()) {
            announcements.put(kind, new Budget(perSecond(kind), atOnce(kind), nanos));
        }
        this.octets = new Budget(config.octets(), config.octets() * AT_ONCE, nanos);
    }

    private int perSecond(Announcement.Kind kind) {
        return switch (kind) {
            case SIGNAL -> config.rate_signal();
            case ROAD_USERS -> config.rate_roadUsers();
            case MAP -> config.rate_map();
            case EVENT -> config.rate_event();
            case ADVICE, SIGN, CORRECTIONS, PRIORITY -> config.rate_other();
        };
    }

    private double atOnce(Announcement.Kind kind) {
        return switch (kind) {
            case SIGNAL, ROAD_USERS, MAP -> Math.max(2, perSecond(kind) * AT_ONCE);
            case EVENT, ADVICE, SIGN, CORRECTIONS, PRIORITY -> perSecond(kind);
        };
    }

    /** One more announcement. */
    @Nullable
    Stop announcement(Announcement.Kind kind, long nanos) {
        Budget budget = announcements.get(kind);
        return budget == null || budget.take(1, 0, nanos)
                ? null
                : new Stop(Reason.RATE, "more than " + perSecond(kind) + " announcements a second of the kind " + kind);
    }

    /** One more message. */
    @Nullable
    Stop message(Announcement.Kind kind, int size, long nanos) {
        double reserve =
                switch (kind) {
                    case SIGNAL, EVENT -> 0;
                    case MAP, ROAD_USERS, ADVICE, SIGN, CORRECTIONS, PRIORITY -> config.octets() * AT_ONCE * RESERVED;
                };
        return octets.take(size, reserve, nanos)
                ? null
                : new Stop(
                        Reason.RATE,
                        "its " + size + " octets would be more than " + config.octets() + " octets a second");
    }
}
