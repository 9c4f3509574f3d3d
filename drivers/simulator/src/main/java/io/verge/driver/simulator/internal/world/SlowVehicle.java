package io.verge.driver.simulator.internal.world;

import org.jspecify.annotations.Nullable;

/** Someone who goes not much faster than a runner, all the way. */
final class SlowVehicle implements Act {
    private @Nullable Vehicle vehicle;
    private int number;

    @Override
    public boolean step(Situation situation) {
        Vehicle slow = vehicle;
        if (slow == null) {
            appear(situation);
            return true;
        }
        if (slow.gone()) {
            situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        }
        return !slow.gone();
    }

    private void appear(Situation situation) {
        Turn way = situation.layout().straight(1 + situation.random().nextInt(Layout.ARMS));
        Vehicle.Kind kind = Vehicle.Kind.TRUCK;
        if (situation.held().test(way.from()) || !situation.traffic().hasRoom(way, kind)) {
            return;
        }
        double speed = situation.random().nextDouble(3.4, 4.4);
        Vehicle slow = situation.traffic().enter(kind, way, Body.Conduct.SLOW, speed, situation.ids());
        vehicle = slow;
        number = situation
                .truth()
                .begin(
                        Incident.SLOW_VEHICLE,
                        situation.millis(),
                        way.from().id(),
                        slow.body().pose(),
                        slow.id);
    }
}
