package io.verge.driver.simulator.internal.world;

import org.jspecify.annotations.Nullable;

/** Someone rolls to a halt on a lane, behind the crossing or well before it, stands for some time and then goes on. */
final class Breakdown implements Act {
    private static final double BRAKING = 3.5;
    /** Metres along a lane to the crossing between which one breaks down there. */
    private static final double FROM = 50;

    private static final double TO = 70;

    private final double seconds;
    private @Nullable Vehicle vehicle;
    private double stood;
    private int number = -1;

    /** An act to come, in which one stands for so many seconds. */
    Breakdown(double seconds) {
        this.seconds = seconds;
    }

    @Override
    public boolean step(Situation situation) {
        Vehicle broken = vehicle;
        if (broken == null) {
            vehicle = situation.traffic().all().stream()
                    .filter(each -> suits(situation, each))
                    .findFirst()
                    .orElse(null);
            return true;
        }
        broken.brake(BRAKING);
        if (broken.speed() > 0) {
            return true;
        }
        if (number < 0) {
            broken.behave(Body.Conduct.BROKEN_DOWN);
            number = situation
                    .truth()
                    .begin(
                            Incident.BREAKDOWN,
                            situation.millis(),
                            broken.lane(),
                            broken.body().pose(),
                            broken.id);
        }
        stood += situation.seconds();
        return stood < seconds || end(situation, broken);
    }

    private boolean end(Situation situation, Vehicle broken) {
        broken.brake(Double.NaN);
        broken.behave(Body.Conduct.LAWFUL);
        situation.truth().change(number, happening -> happening.withEnd(situation.millis()));
        return false;
    }

    private static boolean suits(Situation situation, Vehicle each) {
        boolean bus = each.kind.equals(Vehicle.Kind.BUS); // that one stands is nothing
        if (bus || each.conduct() != Body.Conduct.LAWFUL || each.speed() < 5 || !situation.calm()) {
            return false;
        }
        boolean out = each.rear() > each.behind + 8 && each.rear() < each.behind + 20;
        boolean in = each.front() > FROM && each.front() < TO && leads(situation, each);
        return (out && !situation.held().test(each.turn.to()))
                || (in && !situation.held().test(each.turn.from()));
    }

    /** Whether nobody is before it on its way to the stop line. */
    private static boolean leads(Situation situation, Vehicle vehicle) {
        return situation.traffic().all().stream()
                .noneMatch(other -> other != vehicle
                        && other.turn.startsWith(vehicle.turn)
                        && other.along() > vehicle.along()
                        && other.rear() < other.line);
    }
}
