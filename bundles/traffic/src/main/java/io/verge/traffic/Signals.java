package io.verge.traffic;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The signals of a scene as road users on their way to them meet them.
 *
 * @param maxAge of what the controller said; what is older is not known
 */
public record Signals(Duration maxAge) {
    /** What a group shows now; null, as the group of a way without signal, is unknown. */
    public Aspect now(Scene scene, @Nullable Integer group) {
        SignalState state = fresh(scene, group);
        return state == null ? Aspect.UNKNOWN : aspect(state);
    }

    /**
     * What a group will surely show, as far as the controller binds itself: a red that may have ended by then is unknown, a red
     * without timing stays, a yellow that has ended by then is red, and a green is a green, for its end can be seen in time.
     *
     * @param seconds from the scene's time, not negative; may be infinite
     */
    public Aspect after(Scene scene, @Nullable Integer group, double seconds) {
        SignalState state = fresh(scene, group);
        if (state == null) {
            return Aspect.UNKNOWN;
        }
        Aspect now = aspect(state);
        SignalTiming timing = state.timing();
        if (timing == null || now == Aspect.GO || now == Aspect.UNKNOWN) {
            return now;
        }
        if (now == Aspect.CLEARING) {
            Instant maxEnd = timing.maxEnd();
            return maxEnd != null && ended(scene, maxEnd, seconds) ? Aspect.STOP : now;
        }
        return ended(scene, timing.minEnd(), seconds) ? Aspect.UNKNOWN : now;
    }

    private static boolean ended(Scene scene, Instant end, double seconds) {
        // An end beyond all times, as some controllers give for "not yet known", overflows a duration.
        return !end.isAfter(scene.time())
                || (end.isBefore(scene.time().plusSeconds(3600))
                        && Duration.between(scene.time(), end).toMillis() <= seconds * 1000);
    }

    private @Nullable SignalState fresh(Scene scene, @Nullable Integer group) {
        SignalState state = group == null ? null : scene.signals().get(group);
        return state == null || state.observedAt().isBefore(scene.time().minus(maxAge)) ? null : state;
    }

    private static Aspect aspect(SignalState state) {
        return switch (state.phase()) {
            case STOP_AND_REMAIN -> Aspect.STOP;
            case PERMISSIVE_CLEARANCE, PROTECTED_CLEARANCE -> Aspect.CLEARING;
            // Who rolls up to red and yellow has his green when he is there.
            case PERMISSIVE_MOVEMENT, PROTECTED_MOVEMENT, PRE_MOVEMENT -> Aspect.GO;
            case UNAVAILABLE, DARK, STOP_THEN_PROCEED, CAUTION -> Aspect.UNKNOWN;
        };
    }
}
