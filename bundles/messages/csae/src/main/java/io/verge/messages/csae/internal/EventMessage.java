package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import io.verge.messages.csae.edition2020.EventSource;
import io.verge.messages.csae.edition2020.RSITimeDetails;
import io.verge.messages.csae.edition2020.RTEData;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.facilities.ShortIds;
import java.time.Duration;
import java.time.Instant;

/**
 * Events as RTE of RSI, one a message. RSI knows no cancellation: one that has ended is said with an end that has passed. Whole
 * minutes are all that it can say of times, so receivers go by the event's being repeated.
 */
final class EventMessage {
    private static final int NUMBERS = 256;
    private static final Duration LONGEST = Duration.ofDays(100);

    private final RoadsideInformation information;
    private final LaneReferences lanes;
    private final EventCodes codes;
    private final ShortIds ids = new ShortIds(NUMBERS);

    EventMessage(RoadsideInformation information, LaneReferences lanes, EventCodes codes) {
        this.information = information;
        this.lanes = lanes;
        this.codes = codes;
    }

    RoadSideInformation of(EventAnnouncement announcement) throws UnspeakableException {
        RoadEvent event = announcement.event();
        return information.event(
                new RTEData(
                        ids.of(event.id()),
                        codes.of(event.kind()),
                        source(event.kind()),
                        information.place("event " + event.id(), event.position()),
                        event.radius() >= 0 ? CsaeUnits.radius(event.radius()) : null,
                        Descriptions.of(event.detail()),
                        times(announcement),
                        RoadsideInformation.priority(priority(event.kind())),
                        lanes.paths(event.lanes()),
                        lanes.links(event.lanes()),
                        CsaeUnits.confidence(event.confidence()),
                        null),
                announcement.time());
    }

    private static RSITimeDetails times(EventAnnouncement announcement) {
        RoadEvent event = announcement.event();
        Instant now = announcement.time();
        if (announcement.phase() == Phase.CANCEL) {
            return RoadsideInformation.ended(now, event.since());
        }
        Duration validity = event.validity();
        Duration longest = validity.compareTo(LONGEST) > 0 ? LONGEST : validity;
        return RoadsideInformation.times(now, event.since(), validity.isNegative() ? now : now.plus(longest));
    }

    /** Works and weather may as well have been told to the box. */
    private static EventSource source(RoadEvent.Kind kind) {
        return switch (kind) {
            case ROAD_WORKS, WEATHER -> EventSource.UNKNOWN;
            case COLLISION_RISK,
                    RED_LIGHT_VIOLATION,
                    PEDESTRIAN_ON_ROAD,
                    STOPPED_VEHICLE,
                    SLOW_VEHICLE,
                    WRONG_WAY,
                    OVERSPEED,
                    CONGESTION,
                    QUEUE_TAIL,
                    OBSTACLE,
                    ANIMAL -> EventSource.DETECTION;
        };
    }

    /** A proposal: highest for what leaves seconds. */
    private static int priority(RoadEvent.Kind kind) {
        return switch (kind) {
            case COLLISION_RISK, RED_LIGHT_VIOLATION, PEDESTRIAN_ON_ROAD, WRONG_WAY -> 7;
            case STOPPED_VEHICLE, QUEUE_TAIL, OBSTACLE, ANIMAL -> 6;
            case SLOW_VEHICLE, OVERSPEED, CONGESTION, ROAD_WORKS, WEATHER -> 5;
        };
    }
}
