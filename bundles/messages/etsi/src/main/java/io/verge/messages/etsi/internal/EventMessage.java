package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.scene.RoadEvent;
import io.verge.messages.etsi.release1.ActionID;
import io.verge.messages.etsi.release1.Altitude;
import io.verge.messages.etsi.release1.AltitudeConfidence;
import io.verge.messages.etsi.release1.DecentralizedEnvironmentalNotificationMessage;
import io.verge.messages.etsi.release1.Heading;
import io.verge.messages.etsi.release1.LocationContainer;
import io.verge.messages.etsi.release1.ManagementContainer;
import io.verge.messages.etsi.release1.PosConfidenceEllipse;
import io.verge.messages.etsi.release1.ReferencePosition;
import io.verge.messages.etsi.release1.RelevanceDistance;
import io.verge.messages.etsi.release1.SituationContainer;
import io.verge.messages.etsi.release1.StationType;
import io.verge.messages.etsi.release1.Termination;
import io.verge.messages.facilities.ShortIds;
import io.verge.messages.facilities.element.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as the body of DENM. Its validity counts from the detection, which therefore moves along with what lasts longer than
 * the greatest. A cancellation has neither a situation nor a location. Lanes are not said: a trace would have to lead to the
 * event, and which of the map's lanes do is not known here.
 */
final class EventMessage {
    private static final int SEQUENCE_NUMBERS = 65_536;
    private static final Duration LONGEST = Duration.ofDays(1);
    /** A trace is mandatory; one without points says nothing. */
    private static final LocationContainer NOWHERE = new LocationContainer(null, null, List.of(List.of()), null, null);

    /** Metres that each DE RelevanceDistance stays below, but for the last. */
    private static final double[] DISTANCES = {50, 100, 200, 500, 1000, 5000, 10_000};

    private static final RelevanceDistance[] DISTANCE_CLASSES = RelevanceDistance.values();

    private final SiteFrame frame;
    private final long stationId;
    private final int leapSeconds;
    private final Causes causes;
    private final ShortIds ids = new ShortIds(SEQUENCE_NUMBERS);

    EventMessage(SiteFrame frame, Settings settings) {
        this.frame = frame;
        this.stationId = settings.stationId();
        this.leapSeconds = settings.leapSeconds();
        this.causes = settings.causes();
    }

    DecentralizedEnvironmentalNotificationMessage of(EventAnnouncement announcement) throws UnspeakableException {
        RoadEvent event = announcement.event();
        Causes.Cause cause = causes.of(event.kind());
        if (cause == null) {
            throw new UnspeakableException("DENM has no cause for " + event.kind());
        }
        ManagementContainer management = management(announcement);
        if (announcement.phase() == Phase.CANCEL) {
            return new DecentralizedEnvironmentalNotificationMessage(management, null, null, null);
        }
        SituationContainer situation = new SituationContainer(
                EtsiUnits.informationQuality(event.confidence()), cause.code(), null, null, null);
        return new DecentralizedEnvironmentalNotificationMessage(
                management, situation, location(event.heading()), null);
    }

    private ManagementContainer management(EventAnnouncement announcement) throws UnspeakableException {
        RoadEvent event = announcement.event();
        Instant now = announcement.time();
        Duration validity = validity(event.validity());
        Instant detection = detection(event.since(), now, validity);
        return new ManagementContainer(
                new ActionID(stationId, ids.of(event.id())),
                EtsiUnits.timestamp(detection, leapSeconds),
                EtsiUnits.timestamp(now, leapSeconds),
                announcement.phase() == Phase.CANCEL ? Termination.IS_CANCELLATION : null,
                position(event),
                relevance(event.radius()),
                null,
                EtsiUnits.secondsUp(Duration.between(detection, now.plus(validity))),
                null,
                StationType.ROAD_SIDE_UNIT,
                null);
    }

    private static Duration validity(Duration validity) {
        return validity.isNegative() ? Duration.ZERO : validity.compareTo(LONGEST) > 0 ? LONGEST : validity;
    }

    /** When it began, not in the future, and not so long ago that the validity cannot reach beyond now. */
    private static Instant detection(Instant since, Instant now, Duration validity) {
        Instant oldest = now.plus(validity).minus(LONGEST);
        if (since.isAfter(now)) {
            return now;
        }
        return since.isBefore(oldest) ? oldest : since;
    }

    private ReferencePosition position(RoadEvent event) throws UnspeakableException {
        Position position = event.position();
        if (!Coordinates.onSite(position)) {
            throw new UnspeakableException("DENM: event " + event.id() + " is not on the site: " + position);
        }
        Wgs84 there = frame.toWgs84(new Position(position.east(), position.north(), 0));
        return new ReferencePosition(
                Coordinates.latitude(there.latitude()),
                Coordinates.longitude(there.longitude()),
                new PosConfidenceEllipse(
                        EtsiUnits.SEMI_AXIS_UNAVAILABLE,
                        EtsiUnits.SEMI_AXIS_UNAVAILABLE,
                        EtsiUnits.ORIENTATION_UNAVAILABLE),
                new Altitude(EtsiUnits.ALTITUDE_UNAVAILABLE, AltitudeConfidence.UNAVAILABLE));
    }

    /** The least class that covers the radius; null when that is not known. */
    private static @Nullable RelevanceDistance relevance(double radius) {
        if (!(radius >= 0)) {
            return null;
        }
        int index = 0;
        while (index < DISTANCES.length && radius >= DISTANCES[index]) {
            index++;
        }
        return DISTANCE_CLASSES[index];
    }

    private static LocationContainer location(double heading) {
        if (!Double.isFinite(heading)) {
            return NOWHERE;
        }
        return new LocationContainer(
                null,
                new Heading(EtsiUnits.heading(heading), EtsiUnits.ANGLE_CONFIDENCE_UNAVAILABLE),
                NOWHERE.traces(),
                null,
                null);
    }
}
