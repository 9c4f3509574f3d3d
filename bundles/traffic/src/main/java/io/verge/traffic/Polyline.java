package io.verge.traffic;

import io.verge.api.geo.Headings;
import io.verge.api.geo.Position;
import java.util.Arrays;
import java.util.List;

/** A line of points in the horizontal plane with its lengths worked out: project onto it, walk along it. Immutable. */
public final class Polyline {
    private final double[] east;
    private final double[] north;
    /** Metres from the first point to each point. */
    private final double[] lengths;

    /** Of each segment, degrees; kept, for predictions ask for them all the time. */
    private final double[] headings;

    private Polyline(double[] east, double[] north, double[] lengths) {
        this.east = east;
        this.north = north;
        this.lengths = lengths;
        headings = new double[east.length - 1];
        for (int i = 0; i < headings.length; i++) {
            headings[i] = Headings.of(east[i + 1] - east[i], north[i + 1] - north[i]);
        }
    }

    /**
     * The line through these points; equal neighbours count once.
     *
     * @throws IllegalArgumentException when fewer than two different points are left, or a coordinate is not finite
     */
    public static Polyline of(List<Position> points) {
        double[] east = new double[points.size()];
        double[] north = new double[points.size()];
        for (int i = 0; i < east.length; i++) {
            east[i] = points.get(i).east();
            north[i] = points.get(i).north();
        }
        return of(east, north);
    }

    /** Takes the arrays over. */
    static Polyline of(double[] east, double[] north) {
        double[] lengths = new double[east.length];
        int count = 0;
        for (int i = 0; i < east.length; i++) {
            double step = count == 0 ? 1 : Math.hypot(east[i] - east[count - 1], north[i] - north[count - 1]);
            if (!Double.isFinite(east[i]) || !Double.isFinite(north[i])) {
                throw new IllegalArgumentException("point " + i + " is not finite: " + east[i] + ", " + north[i]);
            }
            if (step > 0) {
                east[count] = east[i];
                north[count] = north[i];
                lengths[count] = count == 0 ? 0 : lengths[count - 1] + step;
                count++;
            }
        }
        if (count < 2) {
            throw new IllegalArgumentException("a line needs two different points");
        }
        return new Polyline(Arrays.copyOf(east, count), Arrays.copyOf(north, count), Arrays.copyOf(lengths, count));
    }

    /** Metres, greater than zero. */
    public double length() {
        return lengths[lengths.length - 1];
    }

    /** The place on this line nearest to a point; of several, the first. */
    public Place project(double e, double n) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        double share = 0;
        for (int i = 0; i + 1 < east.length; i++) {
            double dx = east[i + 1] - east[i];
            double dy = north[i + 1] - north[i];
            double dot = (e - east[i]) * dx + (n - north[i]) * dy;
            double t = Math.max(0, Math.min(1, dot / (dx * dx + dy * dy)));
            double x = e - east[i] - t * dx;
            double y = n - north[i] - t * dy;
            double square = x * x + y * y;
            if (square < least) {
                least = square;
                nearest = i;
                share = t;
            }
        }
        return place(nearest, share, e, n, Math.sqrt(least));
    }

    private Place place(int segment, double share, double e, double n, double distance) {
        double dx = east[segment + 1] - east[segment];
        double dy = north[segment + 1] - north[segment];
        double step = lengths[segment + 1] - lengths[segment];
        double right = ((e - east[segment]) * dy - (n - north[segment]) * dx) / step;
        boolean beyondAnEnd = (segment == 0 && share == 0) || (segment == east.length - 2 && share == 1);
        double across = beyondAnEnd ? right : Math.copySign(distance, right);
        return new Place(lengths[segment] + share * step, across, distance);
    }

    /** Metres east of the place so far along; before the first and after the last point straight on. */
    public double eastAt(double along) {
        return eastOn(segment(along), along);
    }

    /** Metres north of the place so far along; before the first and after the last point straight on. */
    public double northAt(double along) {
        return northOn(segment(along), along);
    }

    /** Where the line points at the place so far along, degrees clockwise from north; at a point that of what follows. */
    public double headingAt(double along) {
        return headings[segment(along)];
    }

    /** This line and then another, joined by a straight line when they do not touch. */
    public Polyline then(Polyline next) {
        double[] e = Arrays.copyOf(east, east.length + next.east.length);
        double[] n = Arrays.copyOf(north, e.length);
        System.arraycopy(next.east, 0, e, east.length, next.east.length);
        System.arraycopy(next.north, 0, n, north.length, next.north.length);
        return of(e, n);
    }

    /** Not less than two. */
    int points() {
        return east.length;
    }

    double east(int point) {
        return east[point];
    }

    double north(int point) {
        return north[point];
    }

    double eastOn(int segment, double along) {
        return east[segment] + share(segment, along) * (east[segment + 1] - east[segment]);
    }

    double northOn(int segment, double along) {
        return north[segment] + share(segment, along) * (north[segment + 1] - north[segment]);
    }

    double heading(int segment) {
        return headings[segment];
    }

    /** The segment that holds a place, for who comes there from one on a segment before: walks instead of searching. */
    int segmentAfter(int before, double along) {
        int i = before;
        while (i < lengths.length - 2 && lengths[i + 1] <= along) {
            i++;
        }
        return i;
    }

    private double share(int segment, double along) {
        return (along - lengths[segment]) / (lengths[segment + 1] - lengths[segment]);
    }

    /** The segment that holds the place so far along; the first or last for what is beyond. */
    int segment(double along) {
        int found = Arrays.binarySearch(lengths, along);
        int before = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(lengths.length - 2, before));
    }
}
