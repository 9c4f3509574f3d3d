package io.verge.app.incidentwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventLife;

/** Somebody on foot or on a bicycle on a lane of a motorway. */
final class PedestrianOnMotorway implements IncidentRule {
    private final IncidentWarningConfig config;
    private final Memory<Dwell> memory = new Memory<>(Dwell::new);

    PedestrianOnMotorway(IncidentWarningConfig config) {
        this.config = config;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched user : road.users()) {
            if (user.is(RoadUserType.PEDESTRIAN) || user.is(RoadUserType.BICYCLE)) {
                boolean on = user.carriageway() != null;
                if (memory.of(user).update(on, road.step()) >= config.walkerHold()) {
                    IncidentRule.raise(RoadEvent.Kind.PEDESTRIAN_ON_ROAD, user, road, events);
                }
            }
        }
    }
}
