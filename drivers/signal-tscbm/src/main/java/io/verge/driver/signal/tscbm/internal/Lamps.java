package io.verge.driver.signal.tscbm.internal;

import io.verge.api.signal.SignalPhase;
import io.verge.device.SignalHead;

/** Where the lamps and times of the three kinds of signals stand in a packet. */
enum Lamps {
    VEHICLE(1, 210, 212, 214, 228),
    PEDESTRIAN(5, 216, 218, 220, Lamps.NONE),
    OVERLAP(9, 222, 224, 226, 230);

    private static final int NONE = -1;

    private final int times;
    private final int reds;
    private final int yellows;
    private final int greens;
    private final int flashing;

    /**
     * @param times offset of the least time in a block; the greatest follows
     */
    Lamps(int times, int reds, int yellows, int greens, int flashing) {
        this.times = times;
        this.reds = reds;
        this.yellows = yellows;
        this.greens = greens;
        this.flashing = flashing;
    }

    static Lamps of(SignalHead head) {
        return switch (head) {
            case VEHICLE -> VEHICLE;
            case PEDESTRIAN -> PEDESTRIAN;
            case OVERLAP -> OVERLAP;
        };
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
    SignalPhase shown(SignalHead head, Packet packet, int number) {
        return head.shown(
                packet.bit(reds, number),
                packet.bit(yellows, number),
                packet.bit(greens, number),
                flashing != NONE && packet.bit(flashing, number));
    }
}
