package io.verge.device;

import io.verge.api.signal.SignalPhase;

/**
 * The kinds of signals that a controller after NTCIP 1202 drives, and what their three lamps mean.
 *
 * <pre>
 *                red / don't walk        yellow / ped clear           green / walk             flashing
 * VEHICLE        stop-And-Remain         protected-clearance          protected-Movement       red: stop-Then-Proceed,
 * OVERLAP        stop-And-Remain         protected-clearance          permissive-Movement      yellow: caution
 * PEDESTRIAN     stop-And-Remain         protected-clearance          permissive-Movement      –
 * </pre>
 */
public enum SignalHead {
    VEHICLE(SignalPhase.PROTECTED_MOVEMENT, true),
    PEDESTRIAN(SignalPhase.PERMISSIVE_MOVEMENT, false),
    OVERLAP(SignalPhase.PERMISSIVE_MOVEMENT, true);

    private final SignalPhase green;
    private final boolean flashes;

    SignalHead(SignalPhase green, boolean flashes) {
        this.green = green;
        this.flashes = flashes;
    }

    /**
     * What it shows when these lamps are on.
     *
     * @param flashing whether what is on is flashing; of green, and of people's signals, that says nothing
     * @return UNAVAILABLE when two lamps are on at once, which cannot be; DARK when none is
     */
    public SignalPhase shown(boolean red, boolean yellow, boolean lit, boolean flashing) {
        if ((red && yellow) || (red && lit) || (yellow && lit)) {
            return SignalPhase.UNAVAILABLE;
        }
        boolean flash = flashes && flashing;
        if (red) {
            return flash ? SignalPhase.STOP_THEN_PROCEED : SignalPhase.STOP_AND_REMAIN;
        }
        if (yellow) {
            return flash ? SignalPhase.CAUTION : SignalPhase.PROTECTED_CLEARANCE;
        }
        return lit ? green : SignalPhase.DARK;
    }
}
