package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.ObjectIds;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.SpeedError;
import io.verge.messages.facilities.element.VehicleClass;
import io.verge.messages.sae.internal.dsrc.SiteReferences;
import io.verge.messages.sae.j2735.DDateTime;
import io.verge.messages.sae.j2735.DetectedObjectCommonData;
import io.verge.messages.sae.j2735.DetectedObjectData;
import io.verge.messages.sae.j2735.DetectedObjectOptionalData;
import io.verge.messages.sae.j2735.DetectedObstacleData;
import io.verge.messages.sae.j2735.DetectedVRUData;
import io.verge.messages.sae.j2735.DetectedVehicleData;
import io.verge.messages.sae.j2735.ElevationConfidence;
import io.verge.messages.sae.j2735.EquipmentType;
import io.verge.messages.sae.j2735.HeadingConfidence;
import io.verge.messages.sae.j2735.ObjectType;
import io.verge.messages.sae.j2735.ObstacleSize;
import io.verge.messages.sae.j2735.ObstacleSizeConfidence;
import io.verge.messages.sae.j2735.PersonalDeviceUserType;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.PositionConfidenceSet;
import io.verge.messages.sae.j2735.PositionOffsetXYZ;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.SensorDataSharingMessage;
import io.verge.messages.sae.j2735.SizeValueConfidence;
import io.verge.messages.sae.j2735.TimeConfidence;
import io.verge.messages.sae.j2735.VehicleSize;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Road users as SDSM (SAE J3224), in the order of the announcement, as many messages as their length demands. Offsets are from
 * the site's origin in a frame of north, east and down, as implementations read the standard; heights are not said. Who is
 * further away than an offset reaches, 3.2 km, is left off.
 */
final class RoadUsersMessage {
    private static final int GREATEST_ID = 65_535;
    private static final int OBJECTS = 255;
    /** At most: the message and its frame without any object. */
    private static final int HEADER_OCTETS = 40;

    private static final int GREATEST_OFFSET = 32_767;
    private static final double OFFSET_STEP = 0.1;
    private static final PositionalAccuracy NO_ACCURACY = new PositionalAccuracy(
            SaeUnits.ACCURACY_UNAVAILABLE, SaeUnits.ACCURACY_UNAVAILABLE, SaeUnits.ORIENTATION_UNAVAILABLE);

    private final Settings settings;
    private final Position3D reference;
    private final ObjectIds ids = new ObjectIds(GREATEST_ID);
    private final MessageCount count = new MessageCount();

    RoadUsersMessage(Wgs84 origin, Settings settings) {
        this.settings = settings;
        this.reference = SiteReferences.place(origin);
    }

    /** Empty when nobody is there: a message has at least one object. */
    List<SensorDataSharingMessage> of(RoadUsersAnnouncement announcement) throws UnspeakableException, CodecException {
        DDateTime time = dateTime(announcement.time());
        List<RoadUser> users = announcement.roadUsers();
        List<Integer> numbers = ids.of(users);
        List<SensorDataSharingMessage> messages = new ArrayList<>();
        List<DetectedObjectData> objects = new ArrayList<>();
        BitWriter scratch = new BitWriter();
        long room = 8L * (settings.octets() - HEADER_OCTETS);
        long used = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (!inReach(users.get(i))) {
                continue;
            }
            DetectedObjectData object = object(users.get(i), numbers.get(i));
            scratch.clear();
            object.encode(scratch);
            long bits = scratch.position();
            if (objects.size() == OBJECTS || used + bits > room) {
                messages.add(message(time, objects));
                objects = new ArrayList<>();
                used = 0;
            }
            objects.add(object);
            used += bits;
        }
        if (!objects.isEmpty()) {
            messages.add(message(time, objects));
        }
        return messages;
    }

    private static boolean inReach(RoadUser user) throws UnspeakableException {
        Position at = user.motion().position();
        if (!Coordinates.onSite(at)) {
            throw new UnspeakableException("SDSM: road user " + user.id() + " is not on the site: " + at);
        }
        return Math.abs(offset(at.north())) <= GREATEST_OFFSET && Math.abs(offset(at.east())) <= GREATEST_OFFSET;
    }

    private static long offset(double metres) {
        return Math.round(metres / OFFSET_STEP);
    }

    private SensorDataSharingMessage message(DDateTime time, List<DetectedObjectData> objects) {
        return new SensorDataSharingMessage(
                count.next(), settings.rsu(), EquipmentType.RSU, time, reference, NO_ACCURACY, null, objects);
    }

    private static DDateTime dateTime(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return new DDateTime(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                MinuteOfYear.millisOfMinute(time),
                0);
    }

    /** The motion of all is that at the time of the message, so no object has a time of its own. */
    private static DetectedObjectData object(RoadUser user, int number) {
        Motion motion = user.motion();
        Position at = motion.position();
        DetectedObjectCommonData common = DetectedObjectCommonData.builder()
                .objType(type(user.type()))
                .objTypeCfd(SaeUnits.share(user.typeConfidence()))
                .objectID(number)
                .measurementTime(0)
                .timeConfidence(TimeConfidence.UNAVAILABLE)
                .pos(new PositionOffsetXYZ((int) offset(at.north()), (int) offset(at.east()), null))
                .posConfidence(new PositionConfidenceSet(
                        SaeUnits.positionConfidence(motion.positionError().semiMajor()),
                        ElevationConfidence.UNAVAILABLE))
                .speed(DsrcUnits.speed(motion.velocity().speed()))
                .speedConfidence(SaeUnits.speedConfidence(SpeedError.of(motion)))
                .heading(DsrcUnits.heading(motion.heading()))
                .headingConf(HeadingConfidence.UNAVAILABLE)
                .build();
        return new DetectedObjectData(common, details(user));
    }

    private static ObjectType type(RoadUserType type) {
        return switch (type) {
            case CAR, TRUCK, BUS, MOTORCYCLE -> ObjectType.VEHICLE;
            case BICYCLE, PEDESTRIAN -> ObjectType.VRU;
            case ANIMAL -> ObjectType.ANIMAL;
            case UNKNOWN, OBSTACLE -> ObjectType.UNKNOWN;
        };
    }

    private static @Nullable DetectedObjectOptionalData details(RoadUser user) {
        return switch (user.type()) {
            case CAR, TRUCK, BUS, MOTORCYCLE -> vehicle(user);
            case BICYCLE -> new DetectedVRUData(PersonalDeviceUserType.A_PEDALCYCLIST, null, null, null);
            case PEDESTRIAN -> new DetectedVRUData(PersonalDeviceUserType.A_PEDESTRIAN, null, null, null);
            case ANIMAL -> new DetectedVRUData(PersonalDeviceUserType.AN_ANIMAL, null, null, null);
            case UNKNOWN, OBSTACLE -> obstacle(user.size());
        };
    }

    private static DetectedVehicleData vehicle(RoadUser user) {
        DetectedVehicleData.Builder data = DetectedVehicleData.builder()
                .vehicleClass(VehicleClass.of(user.type()))
                .classConf(SaeUnits.share(user.typeConfidence()));
        Size size = user.size();
        if (size != null) {
            data.size(new VehicleSize(
                    DsrcUnits.length(size.width(), 0.01, 1023), DsrcUnits.length(size.length(), 0.01, 4095)));
            int height = DsrcUnits.length(size.height(), 0.05, 127);
            if (height != DsrcUnits.SIZE_UNAVAILABLE) {
                data.height(height);
            }
        }
        return data.build();
    }

    /** Null when width or length is not known, for which there is no value. */
    private static @Nullable DetectedObstacleData obstacle(@Nullable Size size) {
        if (size == null || Double.isNaN(size.width()) || Double.isNaN(size.length())) {
            return null;
        }
        int height = DsrcUnits.length(size.height(), 0.1, 1023);
        return new DetectedObstacleData(
                new ObstacleSize(
                        DsrcUnits.length(size.width(), 0.1, 1023),
                        DsrcUnits.length(size.length(), 0.1, 1023),
                        height == DsrcUnits.SIZE_UNAVAILABLE ? null : height),
                new ObstacleSizeConfidence(SizeValueConfidence.UNAVAILABLE, SizeValueConfidence.UNAVAILABLE, null));
    }
}
