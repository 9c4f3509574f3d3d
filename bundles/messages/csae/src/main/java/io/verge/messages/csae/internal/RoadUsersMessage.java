package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.messages.csae.edition2020.MotionConfidenceSet;
import io.verge.messages.csae.edition2020.ParticipantData;
import io.verge.messages.csae.edition2020.ParticipantType;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.PositionConfidenceSet;
import io.verge.messages.csae.edition2020.RoadsideSafetyMessage;
import io.verge.messages.csae.edition2020.SourceType;
import io.verge.messages.csae.edition2020.VehicleClassification;
import io.verge.messages.csae.edition2020.VehicleSize;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.ObjectIds;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.SpeedError;
import io.verge.messages.facilities.element.VehicleClass;
import io.verge.messages.uper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Road users as RSM, alike in the editions: 16 participants a message, in the order of the announcement. Positions are offsets
 * from the site's origin. T/CSAE 159 numbers road users from 1 and keeps 0 for the RSU, which lists itself in each message.
 */
final class RoadUsersMessage {
    private static final int PARTICIPANTS = 16;
    private static final int SELF = 0;
    private static final int ID_LENGTH = 8;

    private final SiteFrame frame;
    private final Octets rsu;
    private final boolean self;
    private final Offsets offsets;
    private final Position3D reference;
    private final ObjectIds ids;
    private final MessageCount count = new MessageCount();

    RoadUsersMessage(SiteFrame frame, Settings settings) {
        this.frame = frame;
        this.rsu = settings.rsu();
        this.self = settings.self();
        this.ids = new ObjectIds(settings.participants());
        this.offsets = Offsets.from(frame.origin());
        this.reference = position(frame.origin());
    }

    static Position3D position(Wgs84 position) {
        return new Position3D(
                Coordinates.latitude(position.latitude()),
                Coordinates.longitude(position.longitude()),
                DsrcUnits.elevation(position.elevation()));
    }

    /** Empty when nobody is there and the RSU does not list itself. */
    List<RoadsideSafetyMessage> of(RoadUsersAnnouncement announcement) throws UnspeakableException {
        int time = MinuteOfYear.millisOfMinute(announcement.time());
        List<RoadUser> users = announcement.roadUsers();
        List<Integer> numbers = ids.of(users);
        List<RoadsideSafetyMessage> messages = new ArrayList<>();
        List<ParticipantData> participants = begin(time);
        for (int i = 0; i < numbers.size(); i++) {
            if (participants.size() == PARTICIPANTS) {
                messages.add(message(participants));
                participants = begin(time);
            }
            participants.add(participant(users.get(i), numbers.get(i), time));
        }
        if (!participants.isEmpty()) {
            messages.add(message(participants));
        }
        return messages;
    }

    private List<ParticipantData> begin(int time) {
        List<ParticipantData> participants = new ArrayList<>(PARTICIPANTS);
        if (self) {
            participants.add(self(time));
        }
        return participants;
    }

    private RoadsideSafetyMessage message(List<ParticipantData> participants) {
        return new RoadsideSafetyMessage(count.next(), rsu, reference, participants, null);
    }

    private ParticipantData self(int time) {
        return ParticipantData.builder()
                .ptcType(ParticipantType.RSU)
                .ptcId(SELF)
                .source(SourceType.SELFINFO)
                .id(rsu)
                .secMark(time)
                .pos(offsets.to(frame.origin()))
                .posConfidence(new PositionConfidenceSet(PositionConfidence.UNAVAILABLE, null))
                .speed(0)
                .heading(DsrcUnits.HEADING_UNAVAILABLE)
                .size(size(null))
                .build();
    }

    private ParticipantData participant(RoadUser user, int number, int time) throws UnspeakableException {
        Motion motion = user.motion();
        if (!Coordinates.onSite(motion.position())) {
            throw new UnspeakableException("RSM: road user " + user.id() + " is not on the site: " + motion.position());
        }
        ParticipantData.Builder data = ParticipantData.builder()
                .ptcType(type(user.type()))
                .ptcId(number)
                .source(source(user.sources()))
                .secMark(time)
                .pos(offsets.to(CsaeUnits.onEarth(frame, motion.position())))
                .posConfidence(new PositionConfidenceSet(
                        CsaeUnits.positionConfidence(motion.positionError().semiMajor()), null))
                .speed(DsrcUnits.speed(motion.velocity().speed()))
                .heading(DsrcUnits.heading(motion.heading()))
                .motionCfd(new MotionConfidenceSet(CsaeUnits.speedConfidence(SpeedError.of(motion)), null, null))
                .size(size(user.size()));
        Octets selfReportId = selfReportId(user.selfReportId());
        if (selfReportId != null) {
            data.id(selfReportId);
        }
        int vehicleClass = VehicleClass.of(user.type());
        if (vehicleClass != VehicleClass.UNKNOWN) {
            data.vehicleClass(new VehicleClassification(vehicleClass, null, null));
        }
        return data.build();
    }

    private static ParticipantType type(RoadUserType type) {
        return switch (type) {
            case CAR, TRUCK, BUS, MOTORCYCLE -> ParticipantType.MOTOR;
            case BICYCLE -> ParticipantType.NON_MOTOR;
            case PEDESTRIAN -> ParticipantType.PEDESTRIAN;
            case UNKNOWN, ANIMAL, OBSTACLE -> ParticipantType.UNKNOWN;
        };
    }

    private static SourceType source(Set<SensorKind> sources) {
        if (sources.size() != 1) {
            return sources.isEmpty() ? SourceType.UNKNOWN : SourceType.INTEGRATED;
        }
        return switch (sources.iterator().next()) {
            case RADAR -> SourceType.MICROWAVE_RADAR;
            case CAMERA -> SourceType.VIDEO;
            case LIDAR -> SourceType.LIDAR;
            case SELF_REPORT -> SourceType.V2X;
        };
    }

    private static VehicleSize size(@Nullable Size size) {
        if (size == null) {
            return new VehicleSize(DsrcUnits.SIZE_UNAVAILABLE, DsrcUnits.SIZE_UNAVAILABLE, null);
        }
        int height = DsrcUnits.length(size.height(), 0.05, 127);
        return new VehicleSize(
                DsrcUnits.length(size.width(), 0.01, 1023),
                DsrcUnits.length(size.length(), 0.01, 4095),
                height == DsrcUnits.SIZE_UNAVAILABLE ? null : height);
    }

    /** The id of the road user's own BSM, as T/CSAE 159 asks; null when there is none, or it is not of this message set. */
    private static @Nullable Octets selfReportId(@Nullable String hex) {
        if (hex == null || hex.length() != 2 * ID_LENGTH) {
            return null;
        }
        try {
            return Octets.ofHex(hex);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
