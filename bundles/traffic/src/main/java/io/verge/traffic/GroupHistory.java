package io.verge.traffic;

import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one signal group shows, since when, and how long each of its lights has lasted before. Not for several threads. */
final class GroupHistory {
    /** A change within a longer gap happened nobody knows when. */
    private static final Duration LONGEST_GAP = Duration.ofMillis(500);

    private final Map<Light, Durations> durations = new EnumMap<>(Light.class);
    private Light light = Light.NONE;
    /** When the light was switched on; null when that was not seen. */
    private @Nullable Instant began;

    private @Nullable Instant seen;
    private @Nullable SignalTiming said;
    private boolean disturbed;

    GroupHistory(int cycles) {
        for (Light one : Light.values()) {
            durations.put(one, new Durations(cycles));
        }
    }

    /**
     * Takes what the controller says now.
     *
     * @param unplanned whether the controller does not follow its plan: then nothing is learned
     */
    void look(SignalState state, boolean unplanned) {
        Instant now = state.observedAt();
        Instant before = seen;
        if (now.equals(before)) {
            return;
        }
        Light shown = Light.of(state.phase());
        if (unplanned
                || before == null
                || now.isBefore(before)
                || before.plus(LONGEST_GAP).isBefore(now)) {
            began = null;
        } else if (shown != light) {
            change(middle(before, now));
        }
        light = shown;
        seen = now;
        said = state.timing();
        disturbed = unplanned;
    }

    private void change(Instant at) {
        if (began != null && light != Light.NONE) {
            of(light).add(seconds(began, at));
        }
        began = at;
    }

    Light light() {
        return light;
    }

    /** Whether the controller does not follow its plan now. */
    boolean disturbed() {
        return disturbed;
    }

    /** Whether a whole cycle has been seen, and is followed. */
    boolean cycling() {
        return !disturbed
                && light != Light.NONE
                && of(Light.GREEN).count() > 0
                && of(Light.RED).count() > 0;
    }

    /** When the light was switched on; null when that was not seen. */
    @Nullable
    Instant began() {
        return began;
    }

    /** When the controller was last heard; null when it never was. */
    @Nullable
    Instant seen() {
        return seen;
    }

    /** What the controller says of the light that is on; null when it says nothing. */
    @Nullable
    SignalTiming said() {
        return said;
    }

    Durations of(Light one) {
        Durations found = durations.get(one);
        if (found == null) {
            throw new IllegalStateException("every light has durations: " + one);
        }
        return found;
    }

    static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toNanos() / 1e9;
    }

    private static Instant middle(Instant before, Instant after) {
        return before.plus(Duration.between(before, after).dividedBy(2));
    }
}
