package io.verge.app.incidentwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventLife;

/** Something that lies on a lane, such as lost cargo. */
final class Obstacle implements IncidentRule {
    /** Faster than this, m/s, it does not lie. */
    private static final double LIES = 0.5;

    private final IncidentWarningConfig config;
    private final Memory<Dwell> memory = new Memory<>(Dwell::new);

    Obstacle(IncidentWarningConfig config) {
        this.config = config;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched thing : road.users()) {
            if (thing.is(RoadUserType.OBSTACLE)) {
                boolean lies = thing.speed() < LIES && road.onTheRoad(thing);
                if (memory.of(thing).update(lies, road.step()) >= config.obstacleHold()) {
                    IncidentRule.raise(RoadEvent.Kind.OBSTACLE, thing, road, events);
                }
            }
        }
    }
}
