package io.verge.api.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one signal group shows.
 *
 * @param group the signal group of the map, 1 to 255
 * @param timing null when the controller does not say
 * @param observedAt when the controller said so, on the box's clock
 */
public record SignalState(int group, SignalPhase phase, @Nullable SignalTiming timing, Instant observedAt) {
    public SignalState {
        if (group < 1 || group > 255) {
            throw new IllegalArgumentException("a signal group is 1 to 255: " + group);
        }
    }
}
