package io.verge.app.collisionwarning.internal;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import io.verge.testkit.Traffic;

/** Cars that drive straight on off the map. */
final class StraightOn {
    private final Traffic traffic = new Traffic(Crossing.map());

    /** A car, 4.5 m by 1.8 m, and its only way. */
    Prediction car(int id, double east, double north, double heading, double speed) {
        traffic.car(id).at(east, north, heading).speed(speed);
        RoadUser user = traffic.scene().roadUsers().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
        Prediction prediction = new Prediction(user, 50);
        prediction.fill(user, 0);
        Way way = prediction.add();
        way.free();
        way.trajectory().straight(user);
        return prediction;
    }
}
