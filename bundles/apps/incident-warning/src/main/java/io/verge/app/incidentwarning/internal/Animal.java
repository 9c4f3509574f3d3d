package io.verge.app.incidentwarning.internal;

import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventLife;

/** An animal on the road. */
final class Animal implements IncidentRule {
    private final IncidentWarningConfig config;
    private final Memory<Dwell> memory = new Memory<>(Dwell::new);

    Animal(IncidentWarningConfig config) {
        this.config = config;
    }

    @Override
    public void look(RoadPicture road, EventLife events) {
        memory.keep(road);
        for (Watched animal : road.users()) {
            if (animal.is(RoadUserType.ANIMAL)
                    && memory.of(animal).update(road.onTheRoad(animal), road.step()) >= config.animalHold()) {
                IncidentRule.raise(RoadEvent.Kind.ANIMAL, animal, road, events);
            }
        }
    }
}
