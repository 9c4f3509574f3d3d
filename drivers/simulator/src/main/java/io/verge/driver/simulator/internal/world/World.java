package io.verge.driver.simulator.internal.world;

import java.util.List;
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
    private final WrongWay wrongWay;
    private final Traffic traffic;
    private final Ids ids = new Ids();
    private long millis;

    /**
     * An empty crossing.
     *
     * @param vehicles how many there should be
     * @param pedestrians how many there should be
     */
    public World(Layout layout, int vehicles, int pedestrians, RandomGenerator random) {
        crowd = new Crowd(pedestrians, random);
        wrongWay = new WrongWay(layout, vehicles > 0, random);
        Admission admission = new Admission(new Conflicts(layout), crowd, wrongWay);
        traffic = new Traffic(layout, admission, vehicles, random);
    }

    /** Moves on by {@link #STEP}. */
    public void step() {
        millis += STEP;
        traffic.step(SECONDS, millis, ids);
        wrongWay.step(SECONDS, traffic, ids);
        crowd.step(SECONDS, millis, traffic::crosses, ids);
    }

    /** The world's own time and that of its signal plan, milliseconds from 0. */
    public long millis() {
        return millis;
    }

    /** Everyone as of now. */
    public List<Body> bodies() {
        return Stream.of(traffic.bodies(), wrongWay.bodies(), crowd.bodies())
                .flatMap(bodies -> bodies)
                .toList();
    }
}
