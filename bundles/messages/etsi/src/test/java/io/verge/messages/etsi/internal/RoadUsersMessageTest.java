package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.message.V2xFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.etsi.cpm.Altitude;
import io.verge.messages.etsi.cpm.AltitudeConfidence;
import io.verge.messages.etsi.cpm.CartesianAngle;
import io.verge.messages.etsi.cpm.CartesianCoordinateWithConfidence;
import io.verge.messages.etsi.cpm.CartesianPosition3dWithConfidence;
import io.verge.messages.etsi.cpm.CollectivePerceptionMessage;
import io.verge.messages.etsi.cpm.IntersectionReferenceId;
import io.verge.messages.etsi.cpm.ItsPduHeader;
import io.verge.messages.etsi.cpm.ManagementContainer;
import io.verge.messages.etsi.cpm.MessageSegmentationInfo;
import io.verge.messages.etsi.cpm.ObjectDimension;
import io.verge.messages.etsi.cpm.OriginatingRsuContainer;
import io.verge.messages.etsi.cpm.PerceivedObject;
import io.verge.messages.etsi.cpm.PerceivedObjectContainer;
import io.verge.messages.etsi.cpm.PosConfidenceEllipse;
import io.verge.messages.etsi.cpm.VelocityCartesian;
import io.verge.messages.etsi.cpm.VelocityComponent;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadUsersMessageTest {
    private final EtsiMessageSet set = Spoken.set();

    private static RoadUsersAnnouncement announcement(RoadUser... users) {
        return new RoadUsersAnnouncement(Crossing.TIME, Stamps.NONE, List.of(users));
    }

    private static PerceivedObjectContainer objects(CollectivePerceptionMessage message) {
        assertThat(message.payload().cpmContainers().get(1).containerId()).isEqualTo(5);
        return (PerceivedObjectContainer)
                message.payload().cpmContainers().get(1).containerData();
    }

    private PerceivedObject spoken(RoadUser user) throws UnspeakableException {
        return objects(Spoken.cpms(set, announcement(user)).get(0))
                .perceivedObjects()
                .get(0);
    }

    private static RoadUser user(RoadUserType type, Motion motion, @Nullable Size size) {
        return new RoadUser(7, type, 0.7, motion, size, null, Set.of(), Crossing.TIME, null);
    }

    private static Motion at(double east, double north) {
        return new Motion(new Position(east, north, 0), Velocity.ZERO, 0, Covariance.round(0.4), Covariance.round(0.2));
    }

    @Test
    void saysWhoSeesAndWhen() throws UnspeakableException {
        CollectivePerceptionMessage cpm =
                Spoken.cpms(set, announcement(Crossing.car(7))).get(0);
        assertThat(cpm.header()).isEqualTo(new ItsPduHeader(2, 14, Spoken.STATION));
        ManagementContainer management = cpm.payload().managementContainer();
        long since2004 = Crossing.TIME.toEpochMilli()
                - Instant.parse("2004-01-01T00:00:00Z").toEpochMilli();
        assertThat(management.referenceTime()).isEqualTo(since2004 + 5000);
        assertThat(management.referencePosition().latitude()).isEqualTo(305_000_000);
        assertThat(management.referencePosition().longitude()).isEqualTo(1_143_000_000);
        assertThat(management.referencePosition().altitude())
                .isEqualTo(new Altitude(2100, AltitudeConfidence.UNAVAILABLE));
        assertThat(management.referencePosition().positionConfidenceEllipse())
                .isEqualTo(new PosConfidenceEllipse(4095, 4095, 3601));
        assertThat(management.segmentationInfo()).isNull();
        assertThat(cpm.payload().cpmContainers().get(0).containerData())
                .isEqualTo(new OriginatingRsuContainer(new IntersectionReferenceId(420, 184), null));
        assertThat(objects(cpm).numberOfPerceivedObjects()).isEqualTo(1);
    }

    /** The example of the standard for the time: one leap second had been inserted by then. */
    @Test
    void countsTimeFrom2004() {
        assertThat(EtsiUnits.timestamp(Instant.parse("2007-01-01T00:00:00Z"), 1))
                .isEqualTo(94_694_401_000L);
    }

    @Test
    void saysWhatIsKnownOfACar() throws UnspeakableException {
        PerceivedObject car = spoken(Crossing.car(7));
        assertThat(car.objectId()).isEqualTo(7);
        assertThat(car.measurementDeltaTime()).isZero();
        assertThat(car.position())
                .isEqualTo(new CartesianPosition3dWithConfidence(
                        new CartesianCoordinateWithConfidence(3000, 80),
                        new CartesianCoordinateWithConfidence(4000, 80),
                        null));
        assertThat(car.velocity())
                .isEqualTo(
                        new VelocityCartesian(new VelocityComponent(600, 40), new VelocityComponent(-800, 40), null));
        assertThat(car.objectDimensionX()).isEqualTo(new ObjectDimension(45, 32));
        assertThat(car.objectDimensionY()).isEqualTo(new ObjectDimension(18, 32));
        assertThat(car.objectDimensionZ()).isEqualTo(new ObjectDimension(15, 32));
        assertThat(car.classification()).isNotNull().singleElement().satisfies(one -> {
            assertThat(one.objectClass()).hasToString("VehicleSubClass[value=5]");
            assertThat(one.confidence()).isEqualTo(90);
        });
    }

    /** Clockwise from north becomes counter-clockwise from east. */
    @ParameterizedTest
    @CsvSource({"0, 900", "90, 0", "180, 2700", "270, 1800", "90.04, 0", "143.13, 3069"})
    void turnsHeadingsIntoAngles(double heading, int angle) throws UnspeakableException {
        Motion motion =
                new Motion(new Position(1, 1, 0), Velocity.ZERO, heading, Covariance.round(1), Covariance.round(1));
        assertThat(spoken(user(RoadUserType.CAR, motion, null)).angles())
                .isNotNull()
                .satisfies(angles -> assertThat(angles.zAngle()).isEqualTo(new CartesianAngle(angle, 127)));
    }

    @Test
    void saysWhatIsNotKnown() throws UnspeakableException {
        Motion motion = new Motion(
                new Position(1, 1, Double.NaN),
                new Velocity(Double.NaN, 0),
                Double.NaN,
                Covariance.round(Double.NaN),
                Covariance.round(Double.NaN));
        PerceivedObject object =
                spoken(user(RoadUserType.UNKNOWN, motion, new Size(Double.NaN, Double.NaN, Double.NaN)));
        assertThat(object.position().xCoordinate()).isEqualTo(new CartesianCoordinateWithConfidence(100, 4096));
        assertThat(object.velocity())
                .isEqualTo(
                        new VelocityCartesian(new VelocityComponent(16_383, 127), new VelocityComponent(0, 127), null));
        assertThat(object.angles()).isNull();
        assertThat(object.objectDimensionX()).isNull();
        assertThat(object.classification()).isNull();
    }

    @Test
    void staysWithinTheFields() throws UnspeakableException {
        Motion motion = new Motion(
                new Position(1, 1, 0), new Velocity(500, -500), 359.99, Covariance.round(1000), Covariance.round(1000));
        PerceivedObject object = spoken(user(RoadUserType.CAR, motion, new Size(100, 0.01, 2)));
        assertThat(object.position().xCoordinate().confidence()).isEqualTo(4095);
        assertThat(object.velocity())
                .isEqualTo(new VelocityCartesian(
                        new VelocityComponent(16_382, 126), new VelocityComponent(-16_383, 126), null));
        assertThat(object.objectDimensionX()).isEqualTo(new ObjectDimension(255, 32));
        assertThat(object.objectDimensionY()).isEqualTo(new ObjectDimension(1, 32));
    }

    @ParameterizedTest
    @CsvSource({
        "CAR, vehicleSubClass, 5",
        "TRUCK, vehicleSubClass, 8",
        "BUS, vehicleSubClass, 6",
        "MOTORCYCLE, motorcyclist, motorcycle",
        "BICYCLE, bicyclistAndLightVruVehicle, bicyclist",
        "PEDESTRIAN, pedestrian, unavailable",
        "ANIMAL, animal, unavailable",
        "OBSTACLE, otherSubClass, 1"
    })
    void everyTypeHasAClass(RoadUserType type, String alternative, String value)
            throws UnspeakableException, CodecException {
        V2xFrame frame = set.encode(announcement(user(type, at(1, 1), null))).get(0);
        assertThat(json(CpmEdition.CDD_2_1_1, frame))
                .contains("\"" + alternative + "\":")
                .contains(value);
    }

    private static String json(CpmEdition edition, V2xFrame frame) throws CodecException {
        byte[] octets = Spoken.octets(frame);
        return json(new EtsiMessages(edition).codecFor(octets), octets);
    }

    private static <T> String json(Codec<T> codec, byte[] octets) throws CodecException {
        return codec.formatJson(codec.decode(octets));
    }

    /** Only the subprofiles have another notation: a number for a name. */
    @Test
    void saysTheSameWithTheLaterDictionary() throws UnspeakableException, CodecException {
        RoadUser[] users = java.util.Arrays.stream(RoadUserType.values())
                .map(type -> user(type, at(1, 1), new Size(4, 2, 1)))
                .toArray(RoadUser[]::new);
        V2xFrame later =
                Spoken.set(CpmEdition.CDD_2_4_1).encode(announcement(users)).get(0);
        V2xFrame earlier = set.encode(announcement(users)).get(0);
        assertThat(json(CpmEdition.CDD_2_4_1, later))
                .isEqualTo(json(CpmEdition.CDD_2_1_1, earlier)
                        .replace("{\"pedestrian\":\"unavailable\"}", "{\"pedestrian\":0}")
                        .replace("{\"animal\":\"unavailable\"}", "{\"animal\":0}")
                        .replace("\"bicyclist\"}", "1}")
                        .replace("\"motorcycle\"}", "2}"));
    }

    @Test
    void leavesOffWhoIsOutOfReach() throws UnspeakableException {
        RoadUser far = user(RoadUserType.CAR, at(0, -1310.71), null);
        PerceivedObjectContainer objects =
                objects(Spoken.cpms(set, announcement(far, Crossing.car(8))).get(0));
        assertThat(objects.perceivedObjects())
                .extracting(PerceivedObject::objectId)
                .containsExactly(8);
        assertThat(objects.numberOfPerceivedObjects()).isEqualTo(2);
    }

    @Test
    void hasNoMessageForAPositionThatIsNone() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(user(RoadUserType.CAR, at(Double.NaN, 0), null))))
                .withMessageContaining("road user 7 is not on the site");
    }

    private static RoadUser[] cars(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Crossing::car).toArray(RoadUser[]::new);
    }

    @Test
    void splitsIntoSegmentsWhereAMessageIsFull() throws UnspeakableException {
        List<V2xFrame> frames = set.encode(announcement(cars(150)));
        assertThat(frames).hasSizeGreaterThan(2).allMatch(frame -> frame.size() <= Spoken.LONGEST);
        assertThat(frames.get(0).size()).isGreaterThan(Spoken.LONGEST - 60);
        List<CollectivePerceptionMessage> cpms = Spoken.cpms(Spoken.set(), announcement(cars(150)));
        assertThat(cpms)
                .extracting(cpm -> cpm.payload().managementContainer().segmentationInfo())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, cpms.size())
                        .mapToObj(number -> new MessageSegmentationInfo(cpms.size(), number))
                        .toList());
        assertThat(cpms)
                .flatMap(cpm -> objects(cpm).perceivedObjects())
                .extracting(PerceivedObject::objectId)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 150).boxed().toList());
        assertThat(cpms)
                .extracting(cpm -> objects(cpm).numberOfPerceivedObjects())
                .containsOnly(150);
    }

    @Test
    void hasEightSegmentsAtMost() throws UnspeakableException {
        List<CollectivePerceptionMessage> cpms = Spoken.cpms(set, announcement(cars(900)));
        assertThat(cpms).hasSize(8);
        assertThat(cpms)
                .extracting(cpm -> objects(cpm).numberOfPerceivedObjects())
                .containsOnly(255);
    }

    @Test
    void saysThatNobodyIsThere() throws UnspeakableException {
        assertThat(Spoken.cpms(set, announcement())).singleElement().satisfies(cpm -> {
            assertThat(objects(cpm).numberOfPerceivedObjects()).isZero();
            assertThat(objects(cpm).perceivedObjects()).isEmpty();
        });
    }
}
