package io.verge.api.device;

import io.verge.api.status.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a device is.
 *
 * @param status what, since when, why, and what to do
 * @param lastFrame when the last good frame came; null when none has
 * @param counters since the driver was started, by name in alphabetical order: {@code bytes}, {@code frames},
 *     {@code connects}, {@code resyncs} and what else the driver counts
 * @param facts what the device says of itself, such as its version; by name in alphabetical order
 */
public record DeviceStatus(
        Status status, @Nullable Instant lastFrame, Map<String, Long> counters, Map<String, String> facts) {}
