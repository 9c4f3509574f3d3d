package io.verge.driver.simulator.internal.world;

/** Buses by timetable, straight over the crossing, from one arm after the other. Nothing of it is by chance. */
final class BusLine {
    private static final double SPEED = 0.85 * Layout.SPEED_LIMIT;

    private final Layout layout;
    private final Director director;
    private final long every;
    private long due;
    private int count;

    /**
     * A line, whose first bus comes when the time between two has passed.
     *
     * @param seconds between two buses; 0 for no line
     */
    BusLine(Layout layout, Director director, int seconds) {
        this.layout = layout;
        this.director = director;
        every = 1000L * seconds;
        due = every;
    }

    /** Brings the next bus when its time has come; it waits while there is no room. */
    void step(long millis, Traffic traffic, Ids ids) {
        if (every == 0 || millis < due) {
            return;
        }
        Turn way = layout.straight(count % Layout.ARMS + 1);
        if (traffic.hasRoom(way, Vehicle.Kind.BUS) && !director.holds(way.from())) {
            traffic.enter(Vehicle.Kind.BUS, way, Body.Conduct.LAWFUL, SPEED, ids);
            count++;
            due = millis + every;
        }
    }
}
