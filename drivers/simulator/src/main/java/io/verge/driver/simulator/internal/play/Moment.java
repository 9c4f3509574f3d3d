package io.verge.driver.simulator.internal.play;

import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.Course;
import io.verge.driver.simulator.internal.world.World;
import java.time.Instant;
import java.util.List;

/**
 * What there is to be seen at one tick.
 *
 * @param tick counts from 0, {@link Rig#TICKS} a second
 * @param time on the box's clock
 * @param planMillis of the signal plan
 * @param bodies everyone on the crossing, as of this tick
 * @param courses of the vehicles that keep to their lanes, as of this tick
 */
record Moment(long tick, Instant time, long planMillis, List<Body> bodies, List<Course> courses) {
    /** Without courses. */
    Moment(long tick, Instant time, long planMillis, List<Body> bodies) {
        this(tick, time, planMillis, bodies, List.of());
    }

    /** Of a world, some seconds after its last step. */
    static Moment of(long tick, Instant time, World world, double since) {
        List<Body> bodies =
                world.bodies().stream().map(body -> body.after(since)).toList();
        List<Course> courses =
                world.courses().stream().map(course -> course.after(since)).toList();
        return new Moment(tick, time, world.millis(), bodies, courses);
    }

    /** Whether something that happens so many times a second is due. */
    boolean due(int timesASecond) {
        return tick % (Rig.TICKS / timesASecond) == 0;
    }

    /** Since the rig was started. */
    long millis() {
        return tick * 1000 / Rig.TICKS;
    }
}
