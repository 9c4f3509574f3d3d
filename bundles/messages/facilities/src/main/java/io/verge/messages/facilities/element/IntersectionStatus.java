package io.verge.messages.facilities.element;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.messages.uper.BitString;
import java.util.Collection;
import java.util.Set;

/** DE IntersectionStatusObject, 16 bits, alike in all sets. */
public final class IntersectionStatus {
    private static final int BITS = 16;

    private static final int MANUAL_CONTROL = 0;
    private static final int STOP_TIME = 1;
    private static final int FAILURE_FLASH = 2;
    private static final int PREEMPTION = 3;
    private static final int PRIORITY = 4;
    private static final int STANDBY = 7;
    private static final int NO_VALID_SPAT = 13;

    private IntersectionStatus() {}

    /** Coordination and its transition have no bit. */
    public static BitString of(Set<SignalMode> modes, Collection<SignalState> states) {
        long bits = 0;
        for (SignalMode mode : modes) {
            bits |= switch (mode) {
                case MANUAL -> bit(MANUAL_CONTROL);
                case STOP_TIME -> bit(STOP_TIME);
                case FAULT_FLASH -> bit(FAILURE_FLASH);
                case PREEMPTION -> bit(PREEMPTION);
                case PRIORITY -> bit(PRIORITY);
                case PROGRAMMED_FLASH -> bit(STANDBY);
                case COORDINATED, TRANSITION -> 0;
            };
        }
        if (states.stream().allMatch(state -> state.phase() == SignalPhase.UNAVAILABLE)) {
            bits |= bit(NO_VALID_SPAT);
        }
        return BitString.of(bits, BITS);
    }

    private static long bit(int number) {
        return 1L << (BITS - 1 - number);
    }
}
