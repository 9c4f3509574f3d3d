package io.verge.perception.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes one measurement of the several returns that some radars give for one body. Other radars give one return for each road user, and
 * there two that are close together are two; which kind a radar is shows in its own frames, so each is watched: of the returns that
 * move, how many have another one beside them with the same speed. Mutable, one thread.
 */
final class Clusterer {
    /** Neighbours among what moves at least so fast towards or from the sensor count, m/s: queues and crowds do not. */
    private static final double MOVES = 1.5;

    /** How much one return that moves weighs in the average. */
    private static final double ALPHA = 0.02;

    /** From this share on a radar is taken to give several returns for one body. */
    private static final double SEVERAL = 0.5;

    /** No body is longer, m: a cluster does not grow beyond. */
    private static final double LONGEST = 16;

    private static final int MOST_SENSORS = 64;

    /** The share of returns with a neighbour, of one radar. */
    private static final class Watch {
        private double share;
    }

    private final Settings.Clusters settings;
    private final Map<String, Watch> watches = new HashMap<>();
    private int[] members = new int[64];
    private boolean[] taken = new boolean[64];

    Clusterer(Settings.Clusters settings) {
        this.settings = settings;
    }

    /** Replaces the returns of one body by one, when this sensor is of the kind that gives several. */
    void merge(String sensor, Measurements measurements) {
        Watch watch = watches.get(sensor);
        if (watch != null && watch.share > SEVERAL) {
            cluster(measurements);
        }
    }

    /** Learns from a frame, once, of which kind its sensor is. */
    void watch(String sensor, Measurements measurements) {
        Watch watch = watches.get(sensor);
        if (watch == null) {
            if (watches.size() >= MOST_SENSORS) {
                return;
            }
            watch = new Watch();
            watches.put(sensor, watch);
        }
        for (int i = 0; i < measurements.size(); i++) {
            Measurement m = measurements.get(i);
            if (m.reflection && Math.abs(m.radialSpeed) >= MOVES) {
                watch.share += ALPHA * ((hasNeighbour(i, measurements) ? 1 : 0) - watch.share);
            }
        }
    }

    private boolean hasNeighbour(int index, Measurements measurements) {
        for (int i = 0; i < measurements.size(); i++) {
            if (i != index && together(measurements.get(i), measurements.get(index))) {
                return true;
            }
        }
        return false;
    }

    private void cluster(Measurements measurements) {
        int size = measurements.size();
        if (taken.length < size) {
            taken = new boolean[size + 64];
            members = new int[size + 64];
        }
        Arrays.fill(taken, 0, size, false);
        int clusters = 0;
        for (int first = 0; first < size; first++) {
            if (!taken[first]) {
                int count = gather(first, measurements);
                measurements.get(first).average(measurements, members, count);
                measurements.swap(clusters++, first);
            }
        }
        measurements.shorten(clusters);
    }

    /** Collects all that hang together with the first, directly or through others. */
    private int gather(int first, Measurements measurements) {
        int count = 1;
        members[0] = first;
        taken[first] = true;
        for (int next = 0; next < count; next++) {
            Measurement from = measurements.get(members[next]);
            for (int i = first + 1; i < measurements.size(); i++) {
                Measurement m = measurements.get(i);
                if (!taken[i] && together(from, m) && squaredDistance(measurements.get(first), m) < LONGEST * LONGEST) {
                    taken[i] = true;
                    members[count++] = i;
                }
            }
        }
        return count;
    }

    private boolean together(Measurement a, Measurement b) {
        return a.reflection
                && b.reflection
                && Math.abs(a.radialSpeed - b.radialSpeed) <= settings.speed()
                && squaredDistance(a, b) <= settings.distance() * settings.distance();
    }

    private static double squaredDistance(Measurement a, Measurement b) {
        double de = a.east - b.east;
        double dn = a.north - b.north;
        return de * de + dn * dn;
    }
}
