package io.verge.driver.simulator.internal.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The crossing in motion. The same seed and the same numbers give the same world after the same number of steps. Used by one
 * thread.
 */
public final class World {
    /** Of one step, milliseconds. */
    public static final int STEP = 50;

    private static final double SECONDS = STEP / 1000.0;

    private final Crowd crowd;
    private final Director director;
    private final Traffic traffic;
    private final BusLine buses;
    private final Truth truth = new Truth();
    private final Ids ids = new Ids();
    private long millis;

    /**
     * An empty crossing.
     *
     * @param vehicles how many there should be
     * @param pedestrians how many there should be
     * @param incidents how often what goes wrong; {@link Incidents#NONE} for normal traffic
     */
    public World(Layout layout, int vehicles, int pedestrians, Incidents incidents, RandomGenerator random) {
        this(layout, vehicles, pedestrians, incidents, 0, random);
    }

    /**
     * An empty crossing with a line of buses.
     *
     * @param busSeconds between two buses of the line; 0 for no line
     */
    public World(
            Layout layout, int vehicles, int pedestrians, Incidents incidents, int busSeconds, RandomGenerator random) {
        crowd = new Crowd(pedestrians, random);
        director = new Director(layout, incidents, new SplittableRandom(random.nextLong()), truth);
        Admission admission = new Admission(new Conflicts(layout), crowd, director);
        traffic = new Traffic(layout, admission, director, vehicles, random);
        buses = new BusLine(layout, director, busSeconds);
    }

    /** Moves on by {@link #STEP}. */
    public void step() {
        millis += STEP;
        traffic.step(SECONDS, millis, ids);
        buses.step(millis, traffic, ids);
        director.step(SECONDS, millis, traffic, crowd, ids);
        crowd.step(SECONDS, millis, traffic::crosses, ids);
    }

    /** What has really happened. */
    public Truth truth() {
        return truth;
    }

    /** The world's own time and that of its signal plan, milliseconds from 0. */
    public long millis() {
        return millis;
    }

    /** Everyone as of now. */
    public List<Body> bodies() {
        return Stream.of(traffic.bodies(), director.bodies(), crowd.bodies())
                .flatMap(bodies -> bodies)
                .toList();
    }

    /** The vehicles that keep to their lanes, as of now. */
    public List<Course> courses() {
        return traffic.courses().toList();
    }
}
