package io.verge.itests.scenarios;

import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.SignalPlan;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the fixed-time controller of the virtual crossing says: times by tenths of a second, as controllers do. */
final class VirtualSignals {
    private VirtualSignals() {}

    static Map<Integer, SignalState> at(long millis, Instant time) {
        Map<Integer, SignalState> states = new TreeMap<>();
        for (int arm = 1; arm <= 4; arm++) {
            put(states, Layout.vehicleGroup(arm), SignalPlan.vehicles(arm, millis), true, time);
            put(states, Layout.pedestrianGroup(arm), SignalPlan.pedestrians(arm, millis), false, time);
        }
        return states;
    }

    private static void put(
            Map<Integer, SignalState> states, int group, SignalPlan.Aspect aspect, boolean vehicles, Instant time) {
        Instant end = time.plusMillis((aspect.left() + 50) / 100 * 100);
        states.put(
                group, new SignalState(group, phase(aspect.colour(), vehicles), SignalTiming.between(end, end), time));
    }

    private static SignalPhase phase(SignalPlan.Colour colour, boolean vehicles) {
        return switch (colour) {
            case GREEN -> vehicles ? SignalPhase.PROTECTED_MOVEMENT : SignalPhase.PERMISSIVE_MOVEMENT;
            case YELLOW -> vehicles ? SignalPhase.PROTECTED_CLEARANCE : SignalPhase.PERMISSIVE_CLEARANCE;
            case RED -> SignalPhase.STOP_AND_REMAIN;
        };
    }
}
