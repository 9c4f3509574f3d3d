package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.SiteMap;
import io.verge.messages.etsi.cpm.Altitude;
import io.verge.messages.etsi.cpm.AltitudeConfidence;
import io.verge.messages.etsi.cpm.CartesianAngle;
import io.verge.messages.etsi.cpm.CartesianCoordinateWithConfidence;
import io.verge.messages.etsi.cpm.CartesianPosition3dWithConfidence;
import io.verge.messages.etsi.cpm.CollectivePerceptionMessage;
import io.verge.messages.etsi.cpm.CpmPayload;
import io.verge.messages.etsi.cpm.EulerAnglesWithConfidence;
import io.verge.messages.etsi.cpm.IntersectionReferenceId;
import io.verge.messages.etsi.cpm.ItsPduHeader;
import io.verge.messages.etsi.cpm.ManagementContainer;
import io.verge.messages.etsi.cpm.MessageSegmentationInfo;
import io.verge.messages.etsi.cpm.ObjectClass;
import io.verge.messages.etsi.cpm.ObjectClassWithConfidence;
import io.verge.messages.etsi.cpm.ObjectDimension;
import io.verge.messages.etsi.cpm.OriginatingRsuContainer;
import io.verge.messages.etsi.cpm.PerceivedObject;
import io.verge.messages.etsi.cpm.PerceivedObjectContainer;
import io.verge.messages.etsi.cpm.PosConfidenceEllipse;
import io.verge.messages.etsi.cpm.ReferencePosition;
import io.verge.messages.etsi.cpm.VelocityCartesian;
import io.verge.messages.etsi.cpm.VelocityComponent;
import io.verge.messages.etsi.cpm.VruProfileAndSubprofile;
import io.verge.messages.etsi.cpm.VruSubProfileAnimal;
import io.verge.messages.etsi.cpm.VruSubProfileBicyclist;
import io.verge.messages.etsi.cpm.VruSubProfileMotorcyclist;
import io.verge.messages.etsi.cpm.VruSubProfilePedestrian;
import io.verge.messages.etsi.cpm.WrappedCpmContainer;
import io.verge.messages.facilities.ObjectIds;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Road users as CPM (TS 103 324), in the order of the announcement, in up to eight segments as their length demands. Who has been
 * said already and has not changed is left for a later one, see {@link Inclusion}. Positions are east and north of the site's origin, at the reference time; heights are not said. Who is further away than a coordinate
 * reaches, 1.3 km, is left off, and so is who does not fit into the eight.
 */
final class RoadUsersMessage {
    static final int CPM_ID = 14;

    private static final int RSU_CONTAINER = 2;
    private static final int OBJECTS_CONTAINER = 5;
    private static final int SEGMENTS = 8;
    private static final int OBJECTS = 255;
    private static final int GREATEST_ID = 65_535;
    /** The values at the ends mean out of range. */
    private static final int GREATEST_COORDINATE = 131_070;
    /** At most: the message without any object. */
    private static final int HEADER_OCTETS = 48;

    private static final int PASSENGER_CAR = 5;
    private static final int BUS = 6;
    private static final int HEAVY_TRUCK = 8;
    private static final int SINGLE_OBJECT = 1;

    private final Settings settings;
    private final ReferencePosition reference;
    private final OriginatingRsuContainer rsu;
    private final Inclusion inclusion = new Inclusion();
    private final ObjectIds ids = new ObjectIds(GREATEST_ID);

    RoadUsersMessage(Wgs84 origin, Optional<SiteMap> map, Settings settings) {
        this.settings = settings;
        this.reference = position(origin);
        this.rsu = new OriginatingRsuContainer(
                map.map(known -> new IntersectionReferenceId(known.region() == 0 ? null : known.region(), known.id()))
                        .orElse(null),
                null);
    }

    private static ReferencePosition position(Wgs84 position) {
        return new ReferencePosition(
                Coordinates.latitude(position.latitude()),
                Coordinates.longitude(position.longitude()),
                new PosConfidenceEllipse(
                        EtsiUnits.SEMI_AXIS_UNAVAILABLE,
                        EtsiUnits.SEMI_AXIS_UNAVAILABLE,
                        EtsiUnits.ORIENTATION_UNAVAILABLE),
                new Altitude(EtsiUnits.altitude(position.elevation()), AltitudeConfidence.UNAVAILABLE));
    }

    /** One message without objects, once a second, when nobody is there; none when nothing has changed. */
    List<CollectivePerceptionMessage> of(RoadUsersAnnouncement announcement)
            throws UnspeakableException, CodecException {
        List<RoadUser> included = inclusion.of(announcement.roadUsers(), announcement.time());
        if (inclusion.silent(included, announcement.time())) {
            return List.of();
        }
        List<List<PerceivedObject>> segments = segments(included);
        long time = EtsiUnits.timestamp(announcement.time(), settings.leapSeconds());
        int total = Math.min(OBJECTS, announcement.roadUsers().size());
        ItsPduHeader header = new ItsPduHeader(settings.version(MessageKind.CPM), CPM_ID, settings.stationId());
        List<CollectivePerceptionMessage> messages = new ArrayList<>(segments.size());
        for (List<PerceivedObject> objects : segments) {
            MessageSegmentationInfo segment =
                    segments.size() == 1 ? null : new MessageSegmentationInfo(segments.size(), messages.size() + 1);
            List<WrappedCpmContainer> containers = List.of(
                    new WrappedCpmContainer(RSU_CONTAINER, rsu),
                    new WrappedCpmContainer(OBJECTS_CONTAINER, new PerceivedObjectContainer(total, objects, null)));
            messages.add(new CollectivePerceptionMessage(
                    header,
                    new CpmPayload(new ManagementContainer(time, reference, segment, null, null), containers, null)));
        }
        return messages;
    }

    private List<List<PerceivedObject>> segments(List<RoadUser> users) throws UnspeakableException, CodecException {
        List<Integer> numbers = ids.of(users);
        List<List<PerceivedObject>> segments = new ArrayList<>();
        List<PerceivedObject> objects = new ArrayList<>();
        segments.add(objects);
        BitWriter scratch = new BitWriter();
        long room = 8L * (settings.octets() - HEADER_OCTETS);
        long used = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (!inReach(users.get(i))) {
                continue;
            }
            PerceivedObject object = object(users.get(i), numbers.get(i));
            scratch.clear();
            object.encode(scratch);
            long bits = scratch.position() + 1; // one more in the later dictionary
            if (objects.size() == OBJECTS || used + bits > room) {
                if (segments.size() == SEGMENTS) {
                    break;
                }
                objects = new ArrayList<>();
                segments.add(objects);
                used = 0;
            }
            objects.add(object);
            used += bits;
        }
        return segments;
    }

    private static boolean inReach(RoadUser user) throws UnspeakableException {
        Position at = user.motion().position();
        if (!Coordinates.onSite(at)) {
            throw new UnspeakableException("CPM: road user " + user.id() + " is not on the site: " + at);
        }
        return Math.abs(EtsiUnits.coordinate(at.east())) <= GREATEST_COORDINATE
                && Math.abs(EtsiUnits.coordinate(at.north())) <= GREATEST_COORDINATE;
    }

    /** The motion of all is that at the reference time, so no object has a time of its own. */
    private static PerceivedObject object(RoadUser user, int number) {
        Motion motion = user.motion();
        Covariance error = motion.positionError();
        PerceivedObject.Builder object = PerceivedObject.builder()
                .objectId(number)
                .measurementDeltaTime(0)
                .position(new CartesianPosition3dWithConfidence(
                        coordinate(motion.position().east(), error.ee()),
                        coordinate(motion.position().north(), error.nn()),
                        null))
                .velocity(new VelocityCartesian(
                        velocity(
                                motion.velocity().east(), motion.velocityError().ee()),
                        velocity(
                                motion.velocity().north(),
                                motion.velocityError().nn()),
                        null));
        if (Double.isFinite(motion.heading())) {
            CartesianAngle heading =
                    new CartesianAngle(EtsiUnits.angle(motion.heading()), EtsiUnits.ANGLE_CONFIDENCE_UNAVAILABLE);
            object.angles(new EulerAnglesWithConfidence(heading, null, null));
        }
        addSize(object, user.size());
        ObjectClass objectClass = objectClass(user.type());
        if (objectClass != null) {
            object.classification(List.of(
                    new ObjectClassWithConfidence(objectClass, EtsiUnits.classConfidence(user.typeConfidence()))));
        }
        return object.build();
    }

    private static CartesianCoordinateWithConfidence coordinate(double metres, double variance) {
        return new CartesianCoordinateWithConfidence(
                (int) EtsiUnits.coordinate(metres), EtsiUnits.coordinateConfidence(variance));
    }

    private static VelocityComponent velocity(double metresPerSecond, double variance) {
        return new VelocityComponent(EtsiUnits.velocity(metresPerSecond), EtsiUnits.speedConfidence(variance));
    }

    /** X is along the body, Y across, Z up. */
    private static void addSize(PerceivedObject.Builder object, @Nullable Size size) {
        if (size == null) {
            return;
        }
        if (size.length() > 0) {
            object.objectDimensionX(dimension(size.length()));
        }
        if (size.width() > 0) {
            object.objectDimensionY(dimension(size.width()));
        }
        if (size.height() > 0) {
            object.objectDimensionZ(dimension(size.height()));
        }
    }

    private static ObjectDimension dimension(double metres) {
        return new ObjectDimension(EtsiUnits.dimension(metres), EtsiUnits.DIMENSION_CONFIDENCE_UNAVAILABLE);
    }

    /** Null when nothing is known. There is no class for trucks of unknown weight: they are told as heavy. */
    private static @Nullable ObjectClass objectClass(RoadUserType type) {
        return switch (type) {
            case UNKNOWN -> null;
            case CAR -> new ObjectClass.VehicleSubClass(PASSENGER_CAR);
            case TRUCK -> new ObjectClass.VehicleSubClass(HEAVY_TRUCK);
            case BUS -> new ObjectClass.VehicleSubClass(BUS);
            case MOTORCYCLE ->
                new ObjectClass.VruSubClass(
                        new VruProfileAndSubprofile.Motorcyclist(VruSubProfileMotorcyclist.MOTORCYCLE));
            case BICYCLE ->
                new ObjectClass.VruSubClass(
                        new VruProfileAndSubprofile.BicyclistAndLightVruVehicle(VruSubProfileBicyclist.BICYCLIST));
            case PEDESTRIAN ->
                new ObjectClass.VruSubClass(
                        new VruProfileAndSubprofile.Pedestrian(VruSubProfilePedestrian.UNAVAILABLE));
            case ANIMAL ->
                new ObjectClass.VruSubClass(new VruProfileAndSubprofile.Animal(VruSubProfileAnimal.UNAVAILABLE));
            case OBSTACLE -> new ObjectClass.OtherSubClassValue(SINGLE_OBJECT);
        };
    }
}
