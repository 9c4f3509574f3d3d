package io.verge.driver.signal.tscbm.internal;

import io.verge.api.signal.SignalPhase;

/**
 * The three kinds of signals of a packet: where their lamps and times stand, and what the lamps mean.
 *
 * <pre>
 *                red / don't walk        yellow / ped clear           green / walk             flashing
 * VEHICLE        stop-And-Remain         protected-clearance          protected-Movement       red: stop-Then-Proceed,
 * OVERLAP        stop-And-Remain         protected-clearance          permissive-Movement      yellow: caution
 * PEDESTRIAN     stop-And-Remain         protected-clearance          permissive-Movement      –
 * </pre>
 */
enum Lamps {
    VEHICLE(1, 210, 212, 214, 228, SignalPhase.PROTECTED_MOVEMENT),
    PEDESTRIAN(5, 216, 218, 220, Lamps.NONE, SignalPhase.PERMISSIVE_MOVEMENT),
    OVERLAP(9, 222, 224, 226, 230, SignalPhase.PERMISSIVE_MOVEMENT);

    private static final int NONE = -1;

    private final int times;
    private final int reds;
    private final int yellows;
    private final int greens;
    private final int flashing;
    private final SignalPhase green;

    /**
     * @param times offset of the least time in a block; the greatest follows
     */
    Lamps(int times, int reds, int yellows, int greens, int flashing, SignalPhase green) {
        this.times = times;
        this.reds = reds;
        this.yellows = yellows;
        this.greens = greens;
        this.flashing = flashing;
        this.green = green;
    }

    /** Offset of the least time to change in the block of a phase or overlap; the greatest follows. */
    int times() {
        return times;
    }

    /**
     * What a phase or overlap shows.
     *
     * @param number 1 to 16
     * @return UNAVAILABLE when two of its lamps are on at once, which cannot be
     */
    SignalPhase shown(Packet packet, int number) {
        boolean red = packet.bit(reds, number);
        boolean yellow = packet.bit(yellows, number);
        boolean lit = packet.bit(greens, number);
        if ((red && yellow) || (red && lit) || (yellow && lit)) {
            return SignalPhase.UNAVAILABLE;
        }
        boolean flashes = flashing != NONE && packet.bit(flashing, number);
        if (red) {
            return flashes ? SignalPhase.STOP_THEN_PROCEED : SignalPhase.STOP_AND_REMAIN;
        }
        if (yellow) {
            return flashes ? SignalPhase.CAUTION : SignalPhase.PROTECTED_CLEARANCE;
        }
        return lit ? green : SignalPhase.DARK;
    }
}
