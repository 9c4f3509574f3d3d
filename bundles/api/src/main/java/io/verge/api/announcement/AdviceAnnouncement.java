package io.verge.api.announcement;

import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;

/**
 * Speeds that bring the traffic of the approach lanes through their next greens (green light optimal speed advice). Replaces what
 * was announced before; without any advice it takes all back.
 *
 * @param map whose lanes and signal groups are named
 * @param advices by lane, then by start of the green
 */
public record AdviceAnnouncement(Instant time, Stamps stamps, SiteMap map, List<Advice> advices)
        implements Announcement {
    /**
     * For one lane and one green.
     *
     * @param lane of the map
     * @param signalGroup that rules it
     * @param minSpeed m/s
     * @param maxSpeed m/s, not less than minSpeed
     * @param distance from the stop line up to which the advice holds, metres
     * @param confidence that the green comes as predicted, 0 to 1
     * @param from when the green begins; in the past when it has begun
     * @param until when it ends
     */
    public record Advice(
            int lane,
            int signalGroup,
            double minSpeed,
            double maxSpeed,
            double distance,
            double confidence,
            Instant from,
            Instant until) {}

    public AdviceAnnouncement {
        advices = List.copyOf(advices);
    }

    @Override
    public Kind kind() {
        return Kind.ADVICE;
    }
}
