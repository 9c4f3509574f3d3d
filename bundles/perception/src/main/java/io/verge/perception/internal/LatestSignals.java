package io.verge.perception.internal;

import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The newest word of each signal controller, as long as it is young enough. One thread. */
final class LatestSignals {
    /** A crossing has one controller, sometimes two; more are a mistake. */
    private static final int MOST_CONTROLLERS = 16;

    private final Duration age;
    private final SortedMap<String, SignalFrame> frames = new TreeMap<>();

    LatestSignals(Duration age) {
        this.age = age;
    }

    /** Takes in a frame unless a newer one of the same controller is known. */
    void onFrame(SignalFrame frame) {
        SignalFrame known = frames.get(frame.device());
        if (known == null ? frames.size() < MOST_CONTROLLERS : !frame.sensedAt().isBefore(known.sensedAt())) {
            frames.put(frame.device(), frame);
        }
    }

    /** Drops what is too old, or so far in the future that the clock must have been set back. */
    void forget(Instant now) {
        frames.values().removeIf(frame -> !fresh(frame.sensedAt(), now));
    }

    /** By signal group; where two controllers speak of one group, what was observed last. */
    Map<Integer, SignalState> states(Instant now) {
        SortedMap<Integer, SignalState> states = new TreeMap<>();
        for (SignalFrame frame : frames.values()) {
            for (SignalState state : frame.states()) {
                if (fresh(state.observedAt(), now)) {
                    states.merge(state.group(), state, (a, b) -> b.observedAt().isAfter(a.observedAt()) ? b : a);
                }
            }
        }
        return states;
    }

    Set<SignalMode> modes() {
        Set<SignalMode> modes = EnumSet.noneOf(SignalMode.class);
        frames.values().forEach(frame -> modes.addAll(frame.modes()));
        return modes;
    }

    private boolean fresh(Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(age) <= 0;
    }
}
