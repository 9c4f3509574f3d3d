package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may wait, and for how long.
 *
 * @param budget octets of all lanes together
 * @param lanes the rules of each
 * @param tiers how telemetry is thinned, the youngest first
 */
record Rules(long budget, Map<Lane, LaneRule> lanes, List<Tier> tiers) {
    private static final long MEGABYTE = 1_000_000;
    /** Before the agent was written no clock was right: what is stamped so must not expire when the clock is set. */
    private static final Instant FIRST_PLAUSIBLE = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Of one lane.
     *
     * @param budget octets it may hold
     * @param expiry of records that do not say; null for never
     * @param newestFirst how its backlog goes
     */
    record LaneRule(long budget, @Nullable Duration expiry, boolean newestFirst) {
        /** When a record expires that does not say so; null for never. */
        @Nullable
        Instant expires(Instant now) {
            return expiry == null || now.isBefore(FIRST_PLAUSIBLE) ? null : now.plus(expiry);
        }
    }

    /** From this age on one record of a stream is kept in each period. */
    record Tier(Duration age, Duration period) {}

    Rules {
        lanes = Map.copyOf(lanes);
        tiers = List.copyOf(tiers);
    }

    static Rules of(OutboxConfig config) {
        long budget = config.budget() * MEGABYTE;
        List<String> newestFirst = List.of(config.newestFirst());
        Map<Lane, LaneRule> lanes = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            long hours = expiry(config, lane);
            lanes.put(
                    lane,
                    new LaneRule(
                            budget * share(config, lane) / 100,
                            hours == 0 ? null : Duration.ofHours(hours),
                            newestFirst.contains(name(lane))));
        }
        return new Rules(
                budget,
                lanes,
                List.of(
                        new Tier(Duration.ofSeconds(config.thinToSecond()), Duration.ofSeconds(1)),
                        new Tier(Duration.ofSeconds(config.thinToTenSeconds()), Duration.ofSeconds(10)),
                        new Tier(Duration.ofSeconds(config.thinToMinute()), Duration.ofMinutes(1))));
    }

    private static int share(OutboxConfig config, Lane lane) {
        return switch (lane) {
            case CRITICAL -> 100;
            case EVENT -> config.eventShare();
            case STATE -> config.stateShare();
            case TELEMETRY -> config.telemetryShare();
            case BULK -> config.bulkShare();
        };
    }

    private static int expiry(OutboxConfig config, Lane lane) {
        return switch (lane) {
            case CRITICAL -> config.criticalExpiry();
            case EVENT -> config.eventExpiry();
            case STATE -> config.stateExpiry();
            case TELEMETRY -> config.telemetryExpiry();
            case BULK -> config.bulkExpiry();
        };
    }

    LaneRule of(Lane lane) {
        return lanes.getOrDefault(lane, new LaneRule(budget, null, false));
    }

    /** The same for another budget, shares kept: what waits in memory while there is no disk. */
    Rules within(long octets) {
        Map<Lane, LaneRule> smaller = new EnumMap<>(Lane.class);
        lanes.forEach((lane, rule) ->
                smaller.put(lane, new LaneRule(rule.budget() * octets / budget, rule.expiry(), rule.newestFirst())));
        return new Rules(octets, smaller, tiers);
    }

    static String name(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}
