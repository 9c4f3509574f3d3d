package io.verge.app.pedestrianwarning.internal;

import io.verge.testkit.Crossing;
import io.verge.testkit.Defaults;
import io.verge.testkit.Heard;
import io.verge.testkit.Mover;
import io.verge.testkit.Traffic;

/** The app as it is shipped, a car, number 1, and someone on foot, number 2: what its tests begin with. */
abstract class Street {
    final Traffic traffic = new Traffic(Crossing.map());
    final PedestrianWarningApp app = new PedestrianWarningApp(
            Defaults.of(PedestrianWarningConfig.class, "id", "pedestrian-warning"), Crossing.site(Crossing.map()));
    final Heard heard = new Heard();

    /** @param before metres before the stop line */
    Mover car(double before, double speed) {
        return traffic.car(1).on(12, 35, before).speed(speed);
    }

    Mover walker(double east, double north, double heading, double speed) {
        return traffic.pedestrian(2).at(east, north, heading).speed(speed);
    }

    void run(double seconds) {
        traffic.run(app, heard, seconds);
    }
}
