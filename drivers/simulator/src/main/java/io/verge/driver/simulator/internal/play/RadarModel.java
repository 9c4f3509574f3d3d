package io.verge.driver.simulator.internal.play;

import io.verge.api.road.RoadUserType;
import io.verge.driver.simulator.internal.world.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a radar measures of those on the road: points on the faces that it sees, each with noise, fewer of what is far, small or
 * standing, and now and then a point of nothing. Nobody hides another: the sensors hang above the traffic.
 */
final class RadarModel {
    /** The most points in one frame. */
    static final int MAX_POINTS = 250;

    private static final double RANGE_NOISE = 0.12;
    private static final double AZIMUTH_NOISE = 0.5;
    private static final double ELEVATION_NOISE = 1.5;
    private static final double SPEED_NOISE = 0.08;
    /** Slower than this is nearly nothing to a radar that removes what stands, m/s. */
    private static final double STANDING = 0.15;

    private static final double STANDING_SEEN = 0.3;
    private static final double CLUTTER = 0.45;
    private static final double WEAKEST = 8;

    private final View view;
    private final RandomGenerator random;

    RadarModel(View view, RandomGenerator random) {
        this.view = view;
        this.random = random;
    }

    /** One frame. */
    List<Reflection> look(List<Body> bodies) {
        List<Reflection> points = new ArrayList<>();
        for (Body body : bodies) {
            int tries = points(body.type());
            for (int i = 0; i < tries && points.size() < MAX_POINTS; i++) {
                reflect(body, points);
            }
        }
        while (points.size() < MAX_POINTS && random.nextDouble() < CLUTTER) {
            points.add(clutter());
        }
        return points;
    }

    private static int points(RoadUserType type) {
        return switch (type) {
            case TRUCK, BUS -> 7;
            case CAR -> 4;
            default -> 2;
        };
    }

    /** Radar cross section, dBsm. */
    private static double crossSection(RoadUserType type) {
        return switch (type) {
            case TRUCK, BUS -> 18;
            case CAR -> 10;
            case MOTORCYCLE -> 2;
            default -> -4;
        };
    }

    private void reflect(Body body, List<Reflection> points) {
        double heading = Math.toRadians(body.pose().heading());
        double east = view.mount().position().east() - body.pose().east();
        double north = view.mount().position().north() - body.pose().north();
        double ahead = east * Math.sin(heading) + north * Math.cos(heading);
        double right = east * Math.cos(heading) - north * Math.sin(heading);
        double length = body.size().length() / 2;
        double width = body.size().width() / 2;
        double end = Math.abs(ahead) > length ? width * Math.abs(ahead) : 0;
        double side = Math.abs(right) > width ? length * Math.abs(right) : 0;
        if (end + side == 0) {
            return; // the sensor hangs above it
        }
        boolean onEnd = random.nextDouble() * (end + side) < end;
        double alongBody = onEnd ? Math.signum(ahead) * length : length * random.nextDouble(-0.9, 0.9);
        double acrossBody = onEnd ? width * random.nextDouble(-0.9, 0.9) : Math.signum(right) * width;
        double top = Math.min(1.6, body.size().height());
        double up = random.nextDouble(Math.min(0.3, top / 2), top);
        View.Sight sight = view.of(
                body.pose().east() + alongBody * Math.sin(heading) + acrossBody * Math.cos(heading),
                body.pose().north() + alongBody * Math.cos(heading) - acrossBody * Math.sin(heading),
                up);
        View.Sight motion = view.turned(body.east(), body.north(), 0);
        measure(body.type(), sight, motion, points);
    }

    private void measure(RoadUserType type, View.Sight sight, View.Sight motion, List<Reflection> points) {
        double range = sight.range();
        double doppler =
                (sight.right() * motion.right() + sight.forward() * motion.forward() + sight.up() * motion.up())
                        / range;
        double snr = 22 + crossSection(type) - 40 * Math.log10(range / 40) + 2 * random.nextGaussian();
        boolean lost = Math.abs(doppler) < STANDING && random.nextDouble() > STANDING_SEEN;
        if (view.covers(sight) && snr >= WEAKEST && !lost) {
            points.add(at(
                    range + RANGE_NOISE * random.nextGaussian(),
                    sight.azimuth() + AZIMUTH_NOISE * random.nextGaussian(),
                    sight.elevation() + ELEVATION_NOISE * random.nextGaussian(),
                    doppler + SPEED_NOISE * random.nextGaussian(),
                    Math.min(60, snr)));
        }
    }

    private Reflection clutter() {
        double half = view.fieldOfView() / 2;
        return at(
                random.nextDouble(2, view.range()),
                random.nextDouble(-half, half),
                random.nextDouble(-5, 5),
                3 * random.nextGaussian(),
                random.nextDouble(WEAKEST, WEAKEST + 5));
    }

    private static Reflection at(double range, double azimuth, double elevation, double doppler, double snr) {
        double level = range * Math.cos(Math.toRadians(elevation));
        return new Reflection(
                level * Math.sin(Math.toRadians(azimuth)),
                level * Math.cos(Math.toRadians(azimuth)),
                range * Math.sin(Math.toRadians(elevation)),
                doppler,
                snr);
    }
}
