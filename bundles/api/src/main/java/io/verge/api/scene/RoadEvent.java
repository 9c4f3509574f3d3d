package io.verge.api.scene;

import io.verge.api.geo.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on the road and that others should know.
 *
 * @param id stable over the event's life, unique on this box
 * @param kind what happens
 * @param since when it began
 * @param position where
 * @param radius metres around the position that it concerns
 * @param confidence 0 to 1
 * @param validity how long after the last update it may be believed
 * @param expected when what is feared would happen, such as a collision; null when it happens now
 * @param lanes of the map that it concerns, perhaps none
 * @param heading of what moves in it, degrees clockwise from north; NaN when nothing does
 * @param roadUsers the ids of those in it, perhaps none
 * @param detail for people; null when the kind says it all
 */
public record RoadEvent(
        String id,
        Kind kind,
        Instant since,
        Position position,
        double radius,
        double confidence,
        Duration validity,
        @Nullable Instant expected,
        List<Integer> lanes,
        double heading,
        List<Integer> roadUsers,
        @Nullable String detail) {
    /** What can happen. */
    public enum Kind {
        COLLISION_RISK,
        RED_LIGHT_VIOLATION,
        /** On or about to enter a crosswalk or the carriageway, with traffic coming. */
        PEDESTRIAN_ON_ROAD,
        STOPPED_VEHICLE,
        SLOW_VEHICLE,
        WRONG_WAY,
        OVERSPEED,
        CONGESTION,
        QUEUE_TAIL,
        OBSTACLE,
        ANIMAL,
        ROAD_WORKS,
        WEATHER
    }

    public RoadEvent {
        lanes = List.copyOf(lanes);
        roadUsers = List.copyOf(roadUsers);
    }
}
