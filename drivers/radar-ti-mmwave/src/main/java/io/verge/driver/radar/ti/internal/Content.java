package io.verge.driver.radar.ti.internal;

/**
 * What a TLV holds and which lengths it may have. The same type number means different things in the two families of
 * firmware.
 *
 * <pre>
 *  content         demo       traffic lab   payload
 *  XYZ_POINTS      1          -             N x {f32 x right, y forward, z up m, doppler m/s}
 *  POLAR_POINTS    1000       6, 1000       N x {f32 range m, azimuth rad, elevation rad, doppler m/s}
 *  PACKED_POINTS   1020       1020          5 x f32 units, N x {i8 elevation, i8 azimuth, i16 doppler, u16 range, u16 snr}
 *  SIDE_INFO       7          9             N x {u16 snr, u16 noise}, 0.1 dB, in the order of the points
 *  TARGETS         1010, 308  7, 1010, 308  N x 112 octets, see {@link TargetReader}
 *  TARGET_INDEX    1011, 309  8, 1011, 309  u8 per point of the frame before: target, or 253 to 255 for none
 *  TARGET_HEIGHTS  1012       1012          N x {u32 target, f32 top m, f32 bottom m}
 *  STATS           6          -             6 x u32: times in microseconds and loads in percent
 *  TEMPERATURE     9          -             u32 valid (0 is yes), u32 ms since boot, 10 x u16 degrees Celsius
 *  UNUSED          2 to 5, 8, 1021   2 to 5, 1021   profiles, heat maps and presence: of no use here
 * </pre>
 */
enum Content {
    XYZ_POINTS(0, 16),
    POLAR_POINTS(0, 16),
    PACKED_POINTS(20, 8),
    SIDE_INFO(0, 4),
    TARGETS(0, 112),
    TARGET_INDEX(0, 1),
    TARGET_HEIGHTS(0, 12),
    STATS(0, 1),
    TEMPERATURE(0, 1),
    UNUSED(0, 1),
    UNKNOWN(0, 1);

    private final int prefix;
    private final int unit;

    Content(int prefix, int unit) {
        this.prefix = prefix;
        this.unit = unit;
    }

    static Content of(HeaderForm form, int type) {
        return switch (type) {
            case 308, 1010 -> TARGETS;
            case 309, 1011 -> TARGET_INDEX;
            case 1000 -> POLAR_POINTS;
            case 1012 -> TARGET_HEIGHTS;
            case 1020 -> PACKED_POINTS;
            case 2, 3, 4, 5, 1021 -> UNUSED;
            default -> form == HeaderForm.TRAFFIC_52 ? ofTraffic(type) : ofDemo(type);
        };
    }

    private static Content ofTraffic(int type) {
        return switch (type) {
            case 6 -> POLAR_POINTS;
            case 7 -> TARGETS;
            case 8 -> TARGET_INDEX;
            case 9 -> SIDE_INFO;
            default -> UNKNOWN;
        };
    }

    private static Content ofDemo(int type) {
        return switch (type) {
            case 1 -> XYZ_POINTS;
            case 6 -> STATS;
            case 7 -> SIDE_INFO;
            case 8 -> UNUSED;
            case 9 -> TEMPERATURE;
            default -> UNKNOWN;
        };
    }

    /** Whether such a payload can be that long; nothing at all is always possible. */
    boolean fits(int length) {
        return length == 0 || (length >= prefix && (length - prefix) % unit == 0);
    }

    /** How many points or targets a payload of that length holds. */
    int count(int length) {
        return length <= prefix ? 0 : (length - prefix) / unit;
    }

    boolean holdsPoints() {
        return this == XYZ_POINTS || this == POLAR_POINTS || this == PACKED_POINTS;
    }
}
