package io.verge.driver.simulator.internal.world;

/**
 * A vehicle on its way over the crossing.
 *
 * @param fromLane it comes on
 * @param toLane it leaves on
 * @param ahead from its front to the stop line, metres; below 0 when it has passed
 */
public record Course(Body body, int fromLane, int toLane, double ahead) {
    /** The same so many seconds later, if it goes straight on. */
    public Course after(double seconds) {
        return new Course(body.after(seconds), fromLane, toLane, ahead - body.speed() * seconds);
    }
}
