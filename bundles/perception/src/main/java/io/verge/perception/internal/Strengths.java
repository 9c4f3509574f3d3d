package io.verge.perception.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * What the strength of a reflection tells of who reflected it. Radars state either a cross section, in dBsm, which belongs to the body,
 * or a signal to noise ratio, which belongs to the distance as well and tells nothing here. Which it is shows in the figures: whoever
 * walks, and most clutter, reflects less than a square metre, below 0 dBsm, and no ratio of a detection is that small. Mutable, one
 * thread.
 */
final class Strengths {
    /** Mean cross sections at 24 and 77 GHz, dBsm: who walks or rides on two wheels, who has more wheels, and clutter. */
    private static final double SMALL = -2;

    private static final double LARGE = 11;
    private static final double CLUTTER = -10;

    /** They scatter by the aspect and from look to look, 1 sigma, dB. */
    private static final double SCATTER = 5;

    private static final double CLUTTER_SCATTER = 6;

    /** No body on a road reflects so much more, or less, than a square metre, dB. */
    private static final double IMPOSSIBLE = 60;

    /** So many returns below 0 dB make sure that a radar states cross sections. */
    private static final int SURE = 5;

    private static final int MOST_SENSORS = 64;

    private final Map<String, int[]> negative = new HashMap<>();

    /** Learns from a frame, once, which figure its radar states. */
    void watch(String sensor, Measurements measurements) {
        int[] count = negative.get(sensor);
        if (count == null) {
            if (negative.size() >= MOST_SENSORS) {
                return;
            }
            count = new int[1];
            negative.put(sensor, count);
        }
        for (int i = 0; i < measurements.size() && count[0] < SURE; i++) {
            count[0] += measurements.get(i).strength < 0 ? 1 : 0;
        }
    }

    /** Leaves only cross sections: what this radar states otherwise becomes NaN. */
    void sift(String sensor, Measurements measurements) {
        int[] count = negative.get(sensor);
        boolean sections = count != null && count[0] >= SURE;
        for (int i = 0; i < measurements.size(); i++) {
            Measurement m = measurements.get(i);
            if (!sections || !(Math.abs(m.strength) < IMPOSSIBLE)) {
                m.strength = Double.NaN;
            }
        }
    }

    /** The logarithm of the density of a cross section of somebody small. */
    static double small(double section) {
        return normal(section, SMALL, SCATTER);
    }

    /** The logarithm of the density of a cross section of a vehicle with more than two wheels. */
    static double large(double section) {
        return normal(section, LARGE, SCATTER);
    }

    /** The logarithm of the density of a cross section of nobody. */
    static double clutter(double section) {
        return normal(section, CLUTTER, CLUTTER_SCATTER);
    }

    private static double normal(double x, double mean, double sigma) {
        double d = (x - mean) / sigma;
        return -d * d / 2 - Math.log(sigma);
    }
}
