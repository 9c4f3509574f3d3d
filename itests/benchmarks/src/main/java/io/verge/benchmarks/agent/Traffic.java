package io.verge.benchmarks.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A hundred road users that drive on five rings around the centre of the site for ever, about 7 m apart, and four radars at the
 * corners that see all of them. What the radars see repeats each {@link #PERIOD} seconds, when every road user is where another
 * one was.
 */
public final class Traffic {
    /** Road users. */
    public static final int USERS = 100;

    /** Seconds. */
    public static final int PERIOD = 10;

    /** Radars. */
    public static final int RADARS = 4;

    /** 1-sigma errors of the radars: metres, degrees, m/s. */
    public static final double RANGE_ERROR = 0.2;

    public static final double AZIMUTH_ERROR = 0.5;
    public static final double SPEED_ERROR = 0.2;

    /** Of each radar: full angle in degrees, and metres. */
    public static final int FIELD_OF_VIEW = 120;

    public static final int RANGE = 100;

    private static final double CORNER = 40;

    private static final List<Ring> RINGS = List.of(
            new Ring(10, 9, 5), new Ring(16, 15, 7), new Ring(22, 20, 9), new Ring(28, 25, 10), new Ring(34, 31, 11));

    private Traffic() {}

    /**
     * @param radius m
     * @param users evenly spread
     * @param steps so many places everybody moves on in a period
     */
    private record Ring(double radius, int users, int steps) {
        /** Radians per second. */
        double turn() {
            return 2 * Math.PI * steps / users / PERIOD;
        }
    }

    /**
     * A radar, at the height of what it sees, which looks at the centre.
     *
     * @param east m
     * @param north m
     * @param azimuth degrees clockwise from north
     */
    public record Radar(double east, double north, double azimuth) {}

    /**
     * One reflection.
     *
     * @param right m
     * @param forward m
     * @param radialSpeed m/s, positive when receding
     */
    public record Echo(double right, double forward, double radialSpeed) {
        /** Metres. */
        public double range() {
            return Math.hypot(right, forward);
        }

        /** Degrees from the boresight, clockwise. */
        public double azimuth() {
            return Math.toDegrees(Math.atan2(right, forward));
        }
    }

    /** One of the {@link #RADARS}, from the north-east clockwise. */
    public static Radar radar(int index) {
        double corner = Math.PI * (0.25 + 0.5 * index);
        double diagonal = CORNER * Math.sqrt(2);
        return new Radar(diagonal * Math.sin(corner), diagonal * Math.cos(corner), (225 + 90 * index) % 360);
    }

    /** What a radar sees at a time, with its errors: one reflection of each road user. */
    public static List<Echo> look(Radar radar, double seconds, RandomGenerator random) {
        List<Echo> echoes = new ArrayList<>(USERS);
        for (Ring ring : RINGS) {
            for (int i = 0; i < ring.users; i++) {
                double angle = 2 * Math.PI * i / ring.users + ring.turn() * seconds;
                double east = ring.radius * Math.sin(angle) - radar.east;
                double north = ring.radius * Math.cos(angle) - radar.north;
                double speed = ring.radius * ring.turn();
                double range = Math.hypot(east, north);
                double radial = speed * (Math.cos(angle) * east - Math.sin(angle) * north) / range;
                double bearing =
                        Math.atan2(east, north) - Math.toRadians(radar.azimuth - AZIMUTH_ERROR * random.nextGaussian());
                double measured = range + RANGE_ERROR * random.nextGaussian();
                echoes.add(new Echo(
                        measured * Math.sin(bearing),
                        measured * Math.cos(bearing),
                        radial + SPEED_ERROR * random.nextGaussian()));
            }
        }
        return echoes;
    }
}
