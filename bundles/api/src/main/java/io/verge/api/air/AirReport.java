package io.verge.api.air;

import io.verge.api.message.MessageKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages of one kind since the gate was started.
 *
 * @param sent how many a radio has taken
 * @param octets of those
 * @param lastSent null when none was
 * @param stopped how many were not sent, by reason: {@code too-old}, {@code late}, {@code future},
 *     {@code conflicting-greens}, {@code clock}, {@code rate}, {@code area}, {@code queue-full}, {@code no-radio},
 *     {@code radio-error} (once a radio, also when another has taken the message)
 * @param lastStop why the last one was stopped, for people; null when none was
 */
public record AirReport(
        MessageKind kind,
        long sent,
        long octets,
        @Nullable Instant lastSent,
        Map<String, Long> stopped,
        @Nullable String lastStop) {}
