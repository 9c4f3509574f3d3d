package io.verge.app.signalpriority.internal;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalState;
import java.time.Duration;
import java.time.Instant;

/** Which signal groups are green in a scene. What was said too long ago, or for a time to come, is no green. */
record Greens(Scene scene, Duration maxAge) {
    Instant time() {
        return scene.time();
    }

    boolean shows(int group) {
        SignalState state = scene.signals().get(group);
        return state != null
                && state.phase().green()
                && Duration.between(state.observedAt(), scene.time()).abs().compareTo(maxAge) <= 0;
    }
}
