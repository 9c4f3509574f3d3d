package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.traffic.EventDraft;
import io.verge.traffic.EventLife;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Trust;
import java.time.Duration;

/** Finds one kind of incident. It may remember what it has seen; every scene passes it, in order. */
sealed interface IncidentRule
        permits Animal, Congestion, Obstacle, Overspeed, PedestrianOnMotorway, SlowVehicle, StoppedVehicle, WrongWay {
    /** Looks at a scene and raises what is so now. */
    void look(RoadPicture road, EventLife events);

    /** What makes two sightings the same incident. */
    record Key(RoadEvent.Kind kind, Integer id) {}

    /** An incident that is one road user. */
    static void raise(RoadEvent.Kind kind, Watched user, RoadPicture road, EventLife events) {
        EventDraft draft = draft(kind, user.position(), user.half() + 1)
                .confidence(Trust.of(user.user(), road.now()))
                .heading(user.heading())
                .roadUsers(user.id());
        LaneLine lane = user.lane();
        events.raise(new Key(kind, user.id()), (lane == null ? draft : draft.lanes(lane.id())).build());
    }

    /**
     * Believed for two seconds after its last update.
     *
     * @param radius metres
     */
    static EventDraft draft(RoadEvent.Kind kind, Position position, double radius) {
        return EventDraft.of(kind, position).radius(radius).validity(Duration.ofSeconds(2));
    }
}
