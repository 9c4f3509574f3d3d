package io.verge.api.scene;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalState;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fused picture of the site at one instant. Immutable; safe to keep.
 *
 * @param time of the picture: all motion is extrapolated to it
 * @param roadUsers by id, ascending
 * @param signals by signal group; empty when no controller is heard
 * @param modes of the signal controller
 * @param stamps of the observation that caused this scene; {@link Stamps#NONE} with FUSED when a tick did
 */
public record Scene(
        Instant time,
        ClockQuality clock,
        List<RoadUser> roadUsers,
        Map<Integer, SignalState> signals,
        Set<SignalMode> modes,
        List<RoadEvent> events,
        Stamps stamps) {
    public Scene {
        roadUsers = List.copyOf(roadUsers);
        SortedMap<Integer, SignalState> sorted = new TreeMap<>(signals);
        signals = Collections.unmodifiableSortedMap(sorted);
        modes = Set.copyOf(modes);
        events = List.copyOf(events);
    }
}
