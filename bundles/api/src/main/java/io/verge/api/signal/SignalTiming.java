package io.verge.api.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a signal group shows what it shows.
 *
 * @param minEnd not before
 * @param maxEnd not after; null when unknown
 * @param likelyEnd null when nobody has predicted it
 * @param confidence of likelyEnd, 0 to 1; 0 when there is none
 * @param nextStart when it is next green; null when unknown
 */
public record SignalTiming(
        Instant minEnd,
        @Nullable Instant maxEnd,
        @Nullable Instant likelyEnd,
        double confidence,
        @Nullable Instant nextStart) {
    /** With bounds alone. */
    public static SignalTiming between(Instant minEnd, @Nullable Instant maxEnd) {
        return new SignalTiming(minEnd, maxEnd, null, 0, null);
    }
}
