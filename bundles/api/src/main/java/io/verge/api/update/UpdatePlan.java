package io.verge.api.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update would touch: its blast radius.
 *
 * @param release its name
 * @param trustedUntil when its metadata expires
 * @param changes bundle by bundle, by name; empty when the box runs it already
 * @param pauses devices that are not heard for a while
 * @param restart how long the agent is away for its restart, as measured before; null when it does not restart
 * @param octets to be fetched
 * @param disk octets that have to be free
 * @param free octets that are free
 * @param earliest when it could be switched to at the earliest, by the maintenance window
 * @param obstacles why it cannot be installed as it is, a sentence each; empty when it can
 */
public record UpdatePlan(
        String release,
        @Nullable Instant trustedUntil,
        List<UpdateChange> changes,
        List<DevicePause> pauses,
        @Nullable Duration restart,
        long octets,
        long disk,
        long free,
        Instant earliest,
        List<String> obstacles) {
    public UpdatePlan {
        changes = List.copyOf(changes);
        pauses = List.copyOf(pauses);
        obstacles = List.copyOf(obstacles);
    }
}
