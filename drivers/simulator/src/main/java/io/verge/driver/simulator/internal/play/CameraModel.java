package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Mount;
import io.verge.driver.simulator.internal.world.Body;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What a camera with a tracker tells of those it overlooks. */
final class CameraModel {
    /**
     * One that it sees, in its own axes: metres right and forward.
     *
     * @param direction of its motion, degrees counterclockwise from the axis to the right
     */
    record Track(Body body, double right, double forward, double direction, double speed) {}

    private final View view;
    /** 1-sigma error of positions, metres at no distance and per metre of it. */
    private final double error;

    private final double errorPerMetre;
    private final RandomGenerator random;

    CameraModel(View view, double error, double errorPerMetre, RandomGenerator random) {
        this.view = view;
        this.error = error;
        this.errorPerMetre = errorPerMetre;
        this.random = random;
    }

    /** All of those it is interested in, the nearest first. */
    List<Track> look(List<Body> bodies, Predicate<Body> interesting, int most) {
        return bodies.stream()
                .filter(interesting)
                .map(this::track)
                .filter(track -> view.covers(new View.Sight(track.right(), track.forward(), 0)))
                .sorted((one, other) -> Double.compare(distance(one), distance(other)))
                .limit(most)
                .toList();
    }

    private static double distance(Track track) {
        return Math.hypot(track.right(), track.forward());
    }

    /** Such sensors tell places on the ground: their tilt is calibrated away. */
    private Track track(Body body) {
        View level = new View(new Mount(view.mount().position(), view.mount().azimuth(), 0), 0, 0);
        View.Sight place = level.of(body.pose().east(), body.pose().north(), 0);
        View.Sight motion = level.turned(body.east(), body.north(), 0);
        double sigma = error + errorPerMetre * place.range();
        return new Track(
                body,
                place.right() + sigma * random.nextGaussian(),
                place.forward() + sigma * random.nextGaussian(),
                Math.toDegrees(Math.atan2(motion.forward(), motion.right())),
                body.speed());
    }
}
