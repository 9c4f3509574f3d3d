package io.verge.driver.simulator.internal.world;

import io.verge.driver.simulator.internal.world.SignalPlan.Colour;
import org.jspecify.annotations.Nullable;

/** Someone comes half as fast again as is allowed, at green and on a free road. */
final class Speeder implements Act {
    private @Nullable Turn way;
    private double patience;
    private double speed;
    private @Nullable Vehicle vehicle;
    private int number;

    @Override
    public boolean step(Situation situation) {
        Vehicle car = vehicle;
        if (car == null) {
            prepare(situation);
            return true;
        }
        boolean over = car.gone() || car.speed() < Layout.SPEED_LIMIT;
        if (over) {
            situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        }
        return !over;
    }

    private void prepare(Situation situation) {
        patience -= situation.seconds();
        if (way == null || patience <= 0) {
            speed = Layout.SPEED_LIMIT * situation.random().nextDouble(1.35, 1.55);
            way = choose(situation);
            patience = 60;
        }
        Turn chosen = way;
        if (chosen != null && window(situation, chosen, 0) && isClear(situation, chosen)) {
            Vehicle car =
                    situation.traffic().enter(Vehicle.Kind.CAR, chosen, Body.Conduct.SPEEDER, speed, situation.ids());
            vehicle = car;
            number = situation
                    .truth()
                    .begin(
                            Incident.SPEEDER,
                            situation.millis(),
                            chosen.from().id(),
                            car.body().pose(),
                            car.id);
        }
    }

    private @Nullable Turn choose(Situation situation) {
        for (double after = situation.random().nextDouble(5, 12); after < 90; after += 0.5) {
            int first = situation.random().nextInt(Layout.ARMS);
            for (int arm = 0; arm < Layout.ARMS; arm++) {
                Turn possible = situation.layout().straight((first + arm) % Layout.ARMS + 1);
                if (!situation.held().test(possible.from()) && window(situation, possible, after)) {
                    return possible;
                }
            }
        }
        return null;
    }

    private static boolean window(Situation situation, Turn chosen, double after) {
        return situation.shows(chosen.from().arm(), Colour.GREEN, after + 0.8, after + 6.5);
    }

    private static boolean isClear(Situation situation, Turn chosen) {
        return situation.calm()
                && situation.isEmpty(chosen.from())
                && !situation.held().test(chosen.from())
                && !situation.held().test(chosen.to())
                && situation.flows(chosen.to());
    }

    @Override
    public boolean holds(RoadLane lane) {
        return vehicle == null && way != null && way.from().id() == lane.id();
    }
}
