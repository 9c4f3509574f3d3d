package io.verge.app.incidentwarning.internal;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.site.Connection;
import io.verge.traffic.LaneLine;
import org.jspecify.annotations.Nullable;

/** What the signals of a lane say to who stands at its stop line; of several, what comes last here. */
enum Lights {
    /** No signal rules it. */
    NONE,
    /** All who are on it may go. */
    GO,
    /** Not all of them may. */
    STOP,
    /** The controller does not say. */
    UNKNOWN;

    static Lights of(LaneLine lane, Scene scene) {
        Lights all = NONE;
        for (Connection connection : lane.lane().connections()) {
            Integer group = connection.signalGroup();
            if (group != null) {
                Lights one = of(scene.signals().get(group));
                all = one.compareTo(all) > 0 ? one : all;
            }
        }
        return all;
    }

    private static Lights of(@Nullable SignalState state) {
        if (state == null || state.phase() == SignalPhase.UNAVAILABLE || state.phase() == SignalPhase.DARK) {
            return UNKNOWN;
        }
        return state.phase().green() || state.phase() == SignalPhase.CAUTION ? GO : STOP;
    }
}
