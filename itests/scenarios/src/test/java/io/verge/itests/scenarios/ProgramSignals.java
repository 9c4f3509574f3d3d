package io.verge.itests.scenarios;

import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the traffic lights of a SUMO simulation showed, by the list of their changes. */
final class ProgramSignals {
    private static final int TIME = 0;
    private static final int STATE = 3;

    /** What all links showed from a time on, milliseconds. */
    private final NavigableMap<Long, String> states = new TreeMap<>();
    /** Signal groups of the map by link. */
    private final Map<Integer, Integer> groups;

    ProgramSignals(Path changes, Map<Integer, Integer> groups) throws IOException {
        this.groups = groups;
        Files.readAllLines(changes).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(fields -> states.put(Math.round(1000 * Double.parseDouble(fields[TIME])), fields[STATE]));
    }

    Map<Integer, SignalState> at(long millis) {
        Map<Integer, SignalState> now = new TreeMap<>();
        Map.Entry<Long, String> current = states.floorEntry(millis);
        if (current != null) {
            groups.forEach((link, group) -> now.putIfAbsent(group, state(link, group, current, millis)));
        }
        return now;
    }

    private SignalState state(int link, int group, Map.Entry<Long, String> current, long millis) {
        char shown = current.getValue().charAt(link);
        Instant time = Trajectories.START.plusMillis(millis);
        for (Map.Entry<Long, String> next :
                states.tailMap(current.getKey(), false).entrySet()) {
            if (phase(next.getValue().charAt(link)) != phase(shown)) {
                Instant end = Trajectories.START.plusMillis(next.getKey());
                return new SignalState(group, phase(shown), SignalTiming.between(end, end), time);
            }
        }
        return new SignalState(group, phase(shown), null, time);
    }

    private static SignalPhase phase(char shown) {
        return switch (shown) {
            case 'G' -> SignalPhase.PROTECTED_MOVEMENT;
            case 'g' -> SignalPhase.PERMISSIVE_MOVEMENT;
            case 'y' -> SignalPhase.PROTECTED_CLEARANCE;
            default -> SignalPhase.STOP_AND_REMAIN;
        };
    }
}
