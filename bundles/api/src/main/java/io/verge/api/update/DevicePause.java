package io.verge.api.update;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A device that is not heard while its driver is replaced.
 *
 * @param device its name in the profile
 * @param bundle its driver
 * @param expected how long; null when it was never measured on this box
 */
public record DevicePause(String device, String bundle, @Nullable Duration expected) {}
