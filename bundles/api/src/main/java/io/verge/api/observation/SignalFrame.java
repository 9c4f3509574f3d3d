package io.verge.api.observation;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalState;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a signal controller shows now: all of its signal groups, each once.
 */
public record SignalFrame(
        String device, Instant sensedAt, Stamps stamps, Set<SignalMode> modes, List<SignalState> states)
        implements Observation {
    public SignalFrame {
        modes = Set.copyOf(modes);
        states = List.copyOf(states);
    }
}
