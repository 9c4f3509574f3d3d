package io.verge.driver.signal.ntcip1202.internal;

import io.verge.device.SignalHead;

/**
 * The objects of NTCIP 1202 that say which lamps are on. Each holds eight phases or overlaps of a status group, the first in
 * the lowest bit.
 *
 * <pre>
 *               red            yellow       green
 * VEHICLE       Reds           Yellows      Greens     of phaseStatusGroupTable
 * PEDESTRIAN    DontWalks      PedClears    Walks      of phaseStatusGroupTable
 * OVERLAP       Reds           Yellows      Greens     of overlapStatusGroupTable
 * </pre>
 */
enum Lamps {
    VEHICLE("1.3.6.1.4.1.1206.4.2.1.1.4.1.", 2),
    PEDESTRIAN("1.3.6.1.4.1.1206.4.2.1.1.4.1.", 5),
    OVERLAP("1.3.6.1.4.1.1206.4.2.1.9.4.1.", 2);

    /** Red, yellow, green: columns that follow each other. */
    static final int COLOURS = 3;

    private final String table;
    private final int reds;

    Lamps(String table, int reds) {
        this.table = table;
        this.reds = reds;
    }

    static Lamps of(SignalHead head) {
        return switch (head) {
            case VEHICLE -> VEHICLE;
            case PEDESTRIAN -> PEDESTRIAN;
            case OVERLAP -> OVERLAP;
        };
    }

    /**
     * @param colour 0 red, 1 yellow, 2 green
     * @param statusGroup from 1
     */
    String oid(int colour, int statusGroup) {
        return table + (reds + colour) + "." + statusGroup;
    }
}
