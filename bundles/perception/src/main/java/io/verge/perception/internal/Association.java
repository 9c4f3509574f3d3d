package io.verge.perception.internal;

import io.verge.api.road.SensorKind;

/**
 * Which detection of a frame is of which track. The gain of a pair is how much more likely the frame is with the two together than
 * with the track unseen and the detection false; the sum over all pairs is made greatest. Arrays are reused.
 */
final class Association {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** False detections of a radar have any radial speed within this many m/s. */
    private static final double CLUTTER_SPEEDS = 20;

    /** And stated velocities lie in such an area, (m/s)². */
    private static final double CLUTTER_VELOCITIES = 400;

    /** A track is never thought less likely to be detected than this: the view may be other than assumed. */
    private static final double LEAST_SEEN = 0.05;

    /** A measurement farther from where it is expected is of something else, however uncertain the track, m. */
    private static final double FARTHEST = 50;

    /** How much likelier a report is of who goes by its name already, as a logarithm. */
    private static final double NAMED = 10;

    private final Settings settings;
    private final Visibility visibility;
    private final Assignment assignment = new Assignment();
    private final Filter scratch = new Filter();
    private double[] seen = new double[0];
    private double[] east = new double[0];
    private double[] north = new double[0];

    /** The greatest variance of a measurement of this frame, m². */
    private double greatestVariance;

    private double falseDensity;

    /** What the tracks are at, µs since 1970. */
    private long tracksTime;

    Association(Settings settings, Visibility visibility) {
        this.settings = settings;
        this.visibility = visibility;
    }

    /** Solves; the visibility looks from the frame's sensor already. */
    void solve(TrackSet tracks, Measurements measurements, SensorKind kind) {
        if (seen.length < tracks.size()) {
            seen = new double[tracks.size() + 64];
        }
        double clutter = kind == SensorKind.RADAR
                ? settings.seen().radarClutter()
                : settings.seen().cameraClutter();
        falseDensity = clutter / visibility.area();
        locate(measurements);
        tracksTime = tracks.time;
        assignment.begin(tracks.size(), measurements.size());
        for (int row = 0; row < tracks.size(); row++) {
            Track track = tracks.get(row);
            seen[row] = visibility.of(track.filter);
            if (seen[row] > 0 && track.unmeasured(tracks.time)) {
                seen[row] *= visibility.past(tracks, row);
            }
            double real = Settings.probability(track.existence);
            pair(row, track, measurements, Math.log(real) - Math.log(1 - real * seen[row]));
        }
        assignment.solve();
    }

    private void pair(int row, Track track, Measurements measurements, double gain) {
        double trackEast = track.filter.east;
        double trackNorth = track.filter.north;
        double variance = track.filter.positionTrace() + track.spread.ee + track.spread.nn + greatestVariance;
        double radius = Math.min(FARTHEST, Math.sqrt(settings.gate() * variance));
        for (int column = 0; column < measurements.size(); column++) {
            if (Math.abs(east[column] - trackEast) <= radius && Math.abs(north[column] - trackNorth) <= radius) {
                Measurement m = measurements.get(column);
                if (near(track, m) && !track.goesByAnother(m.name, tracksTime)) {
                    assignment.add(row, column, gain + named(track, m) + evidence(track, m, seen[row]));
                }
            }
        }
    }

    private static double named(Track track, Measurement m) {
        return m.name != null && m.name.equals(track.selfReportId) ? NAMED : 0;
    }

    /** Lays out where the measurements are, side by side: most pairs are told apart by that alone. */
    private void locate(Measurements measurements) {
        int size = measurements.size();
        if (east.length < size) {
            east = new double[size + 64];
            north = new double[size + 64];
        }
        greatestVariance = 0;
        for (int i = 0; i < size; i++) {
            Measurement m = measurements.get(i);
            east[i] = m.east;
            north[i] = m.north;
            greatestVariance = Math.max(greatestVariance, m.ree + m.rnn);
        }
    }

    /** The measurement of a track, or {@link Assignment#NONE}. */
    int measurementOf(int track) {
        return assignment.columnOf(track);
    }

    boolean free(int measurement) {
        return assignment.rowOf(measurement) == Assignment.NONE;
    }

    /** The probability that the sensor sees this track if nothing hides it. */
    double seen(int track) {
        return seen[track];
    }

    /** The same, less when others stand between: dearer to compute, so asked only of tracks that were missed. */
    double unhidden(TrackSet tracks, int track) {
        boolean known = tracks.get(track).unmeasured(tracks.time);
        return known || seen[track] == 0 ? seen[track] : seen[track] * visibility.past(tracks, track);
    }

    /** Whether the position alone lies within the gate. */
    private boolean near(Track track, Measurement m) {
        double de = m.east - track.filter.east;
        double dn = m.north - track.filter.north;
        double share = m.reflection ? 1 : 0;
        double ee = track.filter.varianceEast() + m.ree + share * track.spread.ee;
        double en = track.filter.covarianceEastNorth() + m.ren + share * track.spread.en;
        double nn = track.filter.varianceNorth() + m.rnn + share * track.spread.nn;
        return nn * de * de - 2 * en * de * dn + ee * dn * dn <= settings.gate() * (ee * nn - en * en);
    }

    /**
     * How much likelier a measurement is when it is of this track than when it is false, as a logarithm; minus infinity outside the
     * gate.
     */
    double evidence(Track track, Measurement m, double probability) {
        scratch.copy(track.filter);
        scratch.resetFit();
        m.apply(scratch, track.spread);
        if (!(scratch.distance <= settings.gate())) {
            return Double.NEGATIVE_INFINITY;
        }
        double likelihood = -(scratch.distance + scratch.logVolume + m.dimensions() * LOG_TWO_PI) / 2;
        double density = Math.log(falseDensity);
        if (m.hasRadialSpeed()) {
            density -= Math.log(CLUTTER_SPEEDS);
        }
        if (m.hasVelocity()) {
            density -= Math.log(CLUTTER_VELOCITIES);
        }
        double type = Math.log(track.type.likelihood(m.type, settings.types().accuracy()));
        return Math.log(Math.max(LEAST_SEEN, probability))
                + likelihood
                + type
                + track.type.evidence(m.strength)
                - density;
    }
}
