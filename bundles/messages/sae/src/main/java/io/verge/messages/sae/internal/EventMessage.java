package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.scene.RoadEvent;
import io.verge.messages.sae.j2735.GeographicalPath;
import io.verge.messages.sae.j2735.ITIScodesAndTextItem;
import io.verge.messages.sae.j2735.ITIScodesAndTextItemItem;
import io.verge.messages.sae.j2735.MUTCDCode;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.TravelerDataFrameContent;
import io.verge.messages.sae.j2735.TravelerInfoType;
import io.verge.messages.sae.j2735.TravelerInformation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events as TIM: an advisory of ITIS codes along the lanes that the event concerns, or in the circle around it. One that has
 * ended is said once more with a duration of nothing and the code for a warning that is taken back.
 */
final class EventMessage {
    /** ITIS: warning canceled. */
    private static final int CANCELED = 7034;

    private static final int TEXT = 500;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final TravelerMessage traveler;
    private final Regions regions;
    private final Itis codes;

    EventMessage(TravelerMessage traveler, Regions regions, Itis codes) {
        this.codes = codes;
        this.traveler = traveler;
        this.regions = regions;
    }

    TravelerInformation of(EventAnnouncement announcement) throws UnspeakableException {
        return of(announcement, regions.along(announcement.event().lanes()));
    }

    /** Without the lanes, for where they make the message too long. */
    TravelerInformation inCircle(EventAnnouncement announcement) throws UnspeakableException {
        return of(announcement, List.of());
    }

    private TravelerInformation of(EventAnnouncement announcement, List<GeographicalPath> lanes)
            throws UnspeakableException {
        RoadEvent event = announcement.event();
        Instant now = announcement.time();
        boolean over = announcement.phase() == EventAnnouncement.Phase.CANCEL;
        Position3D place = regions.place("event " + event.id(), event.position());
        List<GeographicalPath> where = lanes.isEmpty() ? List.of(Regions.around(place, event.radius())) : lanes;
        return traveler.of(
                new TravelerMessage.Notice(
                        event.id(),
                        TravelerInfoType.ADVISORY,
                        place,
                        MUTCDCode.WARNING,
                        over ? Period.ended(now) : Period.of(now, event.since(), end(now, event.validity())),
                        priority(event.kind()),
                        where,
                        new TravelerDataFrameContent.Advisory(over ? List.of(itis(CANCELED)) : advisory(event))),
                now);
    }

    private static Instant end(Instant now, Duration validity) {
        return validity.isNegative() ? now : now.plus(validity.compareTo(LONGEST) > 0 ? LONGEST : validity);
    }

    private List<ITIScodesAndTextItem> advisory(RoadEvent event) {
        List<ITIScodesAndTextItem> items = new ArrayList<>();
        for (int code : codes.of(event.kind())) {
            items.add(itis(code));
        }
        String detail = event.detail();
        if (detail != null && Itis.isText(detail, TEXT)) {
            items.add(new ITIScodesAndTextItem(new ITIScodesAndTextItemItem.Text(detail)));
        }
        return items;
    }

    static ITIScodesAndTextItem itis(int code) {
        return new ITIScodesAndTextItem(new ITIScodesAndTextItemItem.Itis(code));
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
