package io.verge.app.incidentwarning.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.api.site.Lane;
import io.verge.traffic.EventLife;
import io.verge.traffic.LaneLine;
import java.util.HashMap;
import java.util.Map;

/**
 * A vehicle that drives much slower than others do there. The mean is that of all who drove freely on the lane in the last minutes,
 * away from the crossing; before anybody did, it is the speed limit. Who is slow himself counts little, so that one alone does not
 * become the custom. Of a queue behind it only the first is meant.
 */
final class SlowVehicle implements IncidentRule {
    private static final double KMH = 3.6;

    /** Who left the crossing is still getting faster, metres. */
    private static final double GETTING_FASTER = 30;

    /** Who has another so near ahead follows it, metres. */
    private static final double FOLLOWING = 50;

    /** So near to a signal that is not green drivers may let their vehicle roll, metres. */
    private static final double ROLLING = 100;

    /** Who has one ahead that is so much faster is not held up by it, m/s. */
    private static final double DRAWS_AWAY = 1;

    /** Of those who are slow in the mean. */
    private static final double SLOW_WEIGHT = 0.1;

    /** Over which the mean is taken, milliseconds. */
    private static final double MEMORY = 120_000;

    private final IncidentWarningConfig config;
    private final Memory<Dwell> memory = new Memory<>(Dwell::new);
    /** By lane, m/s; none of a lane without limit on which nobody has driven yet. */
    private final Map<Integer, Double> means = new HashMap<>();

    SlowVehicle(IncidentWarningConfig config) {
        this.config = config;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (LaneLine lane : road.net().lanes()) {
            for (Watched vehicle : road.on(lane)) {
                if (vehicle.vehicle() && judge(vehicle, lane, road)) {
                    IncidentRule.raise(RoadEvent.Kind.SLOW_VEHICLE, vehicle, road, events);
                }
            }
        }
    }

    private boolean judge(Watched vehicle, LaneLine lane, RoadPicture road) {
        boolean free = vehicle.carriageway() != null
                && vehicle.measured()
                && away(vehicle, lane.lane())
                && !heldUp(vehicle)
                && !rolling(vehicle, lane, road);
        boolean slow = free && vehicle.speed() < Math.min(config.slowShare() * mean(lane), config.slowSpeed() / KMH);
        if (free) {
            learn(lane, vehicle.speed(), road.step() * (slow ? SLOW_WEIGHT : 1));
        }
        return memory.of(vehicle).update(slow, road.step()) >= config.slowHold();
    }

    /** Drives, and neither near a stop line nor just after one. */
    private boolean away(Watched vehicle, Lane lane) {
        return vehicle.speed() >= config.stoppedSpeed()
                && (lane.ingress() ? vehicle.toEnd() > config.slowStopLine() : vehicle.along() > GETTING_FASTER);
    }

    private static boolean heldUp(Watched vehicle) {
        Watched leader = vehicle.leader();
        return leader != null && vehicle.gap() <= FOLLOWING && leader.speed() < vehicle.speed() + DRAWS_AWAY;
    }

    private static boolean rolling(Watched vehicle, LaneLine lane, RoadPicture road) {
        if (!lane.lane().ingress() || vehicle.toEnd() > ROLLING) {
            return false;
        }
        Lights lights = Lights.of(lane, road.scene());
        return lights == Lights.STOP || lights == Lights.UNKNOWN;
    }

    private double mean(LaneLine lane) {
        Double mean = means.get(lane.id());
        return mean != null ? mean : lane.speedLimitOr(Double.NaN);
    }

    private void learn(LaneLine lane, double speed, double step) {
        double mean = mean(lane);
        double weight = 1 - Math.exp(-step / MEMORY);
        means.put(lane.id(), Double.isNaN(mean) ? speed : mean + weight * (speed - mean));
    }
}
