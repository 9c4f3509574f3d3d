package io.verge.app.incidentwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadEvent;
import io.verge.api.site.LaneUse;
import io.verge.traffic.EventLife;
import io.verge.traffic.LaneLine;

/**
 * A vehicle that stands on the road for a while without a reason. Of a queue behind it only the first is meant: the others have
 * one. A red signal does not count for or against it: who misses one green after the other is found in the end.
 */
final class StoppedVehicle implements IncidentRule {
    /** Who was found stays so until it is so many times as fast. */
    private static final double MOVES_ON = 2;

    private final IncidentWarningConfig config;
    private final Reasons reasons;
    private final Memory<Standing> memory = new Memory<>(Standing::new);

    /** What is remembered of one vehicle. */
    private static final class Standing {
        private final Dwell withoutReason = new Dwell();
        private long givingWay;
        private boolean found;
    }

    StoppedVehicle(IncidentWarningConfig config) {
        this.config = config;
        this.reasons = new Reasons(config);
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched vehicle : road.users()) {
            if (vehicle.vehicle() && found(vehicle, memory.of(vehicle), road)) {
                IncidentRule.raise(RoadEvent.Kind.STOPPED_VEHICLE, vehicle, road, events);
            }
        }
    }

    private boolean found(Watched vehicle, Standing standing, RoadPicture road) {
        double limit = config.stoppedSpeed() * (standing.found ? MOVES_ON : 1);
        if (vehicle.speed() >= limit || !road.onTheRoad(vehicle)) {
            moves(standing, road.step());
        } else if (!standing.found) {
            stands(vehicle, standing, road);
        }
        return standing.found;
    }

    private static void moves(Standing standing, long step) {
        if (standing.withoutReason.update(false, step) == 0) {
            standing.givingWay = 0;
            standing.found = false;
        }
    }

    private void stands(Watched vehicle, Standing standing, RoadPicture road) {
        if (reasons.queue(vehicle, road)) {
            // Not at once: in a single noisy scene somebody on the next lane may seem to be ahead.
            standing.withoutReason.update(false, road.step());
        } else if (reasons.signal(vehicle, road)) {
            standing.withoutReason.pause();
        } else if (standing.givingWay < config.patience() && reasons.givingWay(vehicle, road)) {
            standing.givingWay += road.step();
            standing.withoutReason.reset();
        } else {
            standing.found = standing.withoutReason.update(true, road.step()) >= hold(vehicle);
        }
    }

    private int hold(Watched vehicle) {
        LaneLine lane = vehicle.lane();
        if (vehicle.is(RoadUserType.BUS) || (lane != null && lane.lane().use() == LaneUse.BUS)) {
            return config.busHold();
        }
        return config.motorway() ? config.motorwayStoppedHold() : config.stoppedHold();
    }
}
