package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

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
import io.verge.messages.sae.j2735.DDateTime;
import io.verge.messages.sae.j2735.DetectedObjectData;
import io.verge.messages.sae.j2735.DetectedObstacleData;
import io.verge.messages.sae.j2735.DetectedVRUData;
import io.verge.messages.sae.j2735.DetectedVehicleData;
import io.verge.messages.sae.j2735.EquipmentType;
import io.verge.messages.sae.j2735.ObjectType;
import io.verge.messages.sae.j2735.ObstacleSize;
import io.verge.messages.sae.j2735.PositionConfidence;
import io.verge.messages.sae.j2735.PositionOffsetXYZ;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.SensorDataSharingMessage;
import io.verge.messages.sae.j2735.SpeedConfidence;
import io.verge.messages.sae.j2735.VehicleSize;
import io.verge.testkit.Crossing;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadUsersMessageTest {
    private final SaeMessageSet set = Spoken.set(2016);

    private static RoadUsersAnnouncement announcement(RoadUser... users) {
        return new RoadUsersAnnouncement(Crossing.TIME, Stamps.NONE, List.of(users));
    }

    private DetectedObjectData spoken(RoadUser user) throws UnspeakableException {
        return Spoken.sdsms(set, announcement(user)).get(0).objects().get(0);
    }

    private static RoadUser user(RoadUserType type, Position position, @Nullable Size size) {
        Motion motion = new Motion(position, Velocity.ZERO, 0, Covariance.round(0.4), Covariance.round(0.2));
        return new RoadUser(7, type, 0.7, motion, size, null, Set.of(), Crossing.TIME, null);
    }

    @Test
    void saysWhereAndWhenItIs() throws UnspeakableException {
        SensorDataSharingMessage sdsm =
                Spoken.sdsms(set, announcement(Crossing.car(7))).get(0);
        assertThat(sdsm.sourceID()).isEqualTo(Spoken.RSU);
        assertThat(sdsm.equipmentType()).isEqualTo(EquipmentType.RSU);
        assertThat(sdsm.sDSMTimeStamp()).isEqualTo(new DDateTime(2026, 3, 1, 8, 15, 11_234, 0));
        assertThat(sdsm.refPos().lat()).isEqualTo(305_000_000);
        assertThat(sdsm.refPos().long_()).isEqualTo(1_143_000_000);
        assertThat(sdsm.refPos().elevation()).isEqualTo(210);
        assertThat(sdsm.refPosXYConf()).isEqualTo(new PositionalAccuracy(255, 255, 65_535));
        assertThat(sdsm.refPosElConf()).isNull();
    }

    @Test
    void saysWhatIsKnownOfACar() throws UnspeakableException {
        DetectedObjectData object = spoken(Crossing.car(7));
        var car = object.detObjCommon();
        assertThat(car.objType()).isEqualTo(ObjectType.VEHICLE);
        assertThat(car.objTypeCfd()).isEqualTo(90);
        assertThat(car.objectID()).isEqualTo(7);
        assertThat(car.measurementTime()).isZero();
        assertThat(car.posConfidence().pos()).isEqualTo(PositionConfidence.A1M);
        assertThat(car.speed()).isEqualTo(500);
        assertThat(car.speedConfidence()).isEqualTo(SpeedConfidence.PREC1MS);
        assertThat(car.heading() * 0.0125).isCloseTo(143.13, within(0.0125));
        DetectedVehicleData vehicle = (DetectedVehicleData) Objects.requireNonNull(object.detObjOptData());
        assertThat(vehicle.size()).isEqualTo(new VehicleSize(180, 450));
        assertThat(vehicle.height()).isEqualTo(30);
        assertThat(vehicle.vehicleClass()).isEqualTo(10);
        assertThat(vehicle.classConf()).isEqualTo(90);
    }

    /** Thirty metres east and forty north: the first axis is north, the second east. */
    @Test
    void putsItInAFrameOfNorthAndEast() throws UnspeakableException {
        assertThat(spoken(Crossing.car(7)).detObjCommon().pos()).isEqualTo(new PositionOffsetXYZ(400, 300, null));
    }

    @Test
    void saysWhatIsNotKnown() throws UnspeakableException {
        Motion motion = new Motion(
                new Position(1, 1, Double.NaN),
                new Velocity(Double.NaN, 0),
                Double.NaN,
                Covariance.round(Double.NaN),
                Covariance.round(Double.NaN));
        DetectedObjectData object = spoken(
                new RoadUser(7, RoadUserType.UNKNOWN, Double.NaN, motion, null, null, Set.of(), Crossing.TIME, null));
        assertThat(object.detObjCommon().objTypeCfd()).isEqualTo(101);
        assertThat(object.detObjCommon().speed()).isEqualTo(8191);
        assertThat(object.detObjCommon().heading()).isEqualTo(28_800);
        assertThat(object.detObjCommon().posConfidence().pos()).isEqualTo(PositionConfidence.UNAVAILABLE);
        assertThat(object.detObjCommon().speedConfidence()).isEqualTo(SpeedConfidence.UNAVAILABLE);
        assertThat(object.detObjOptData()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"CAR, vehicle, 10", "TRUCK, vehicle, 25", "BUS, vehicle, 50", "MOTORCYCLE, vehicle, 40"})
    void whatHasAnEngineIsAVehicle(RoadUserType type, String object, int vehicleClass) throws UnspeakableException {
        DetectedObjectData data = spoken(user(type, new Position(1, 1, 0), null));
        assertThat(data.detObjCommon().objType().identifier()).isEqualTo(object);
        DetectedVehicleData vehicle = (DetectedVehicleData) Objects.requireNonNull(data.detObjOptData());
        assertThat(vehicle.vehicleClass()).isEqualTo(vehicleClass);
        assertThat(vehicle.size()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PEDESTRIAN, vru, aPEDESTRIAN", "BICYCLE, vru, aPEDALCYCLIST", "ANIMAL, animal, anANIMAL"})
    void whatHasNoneIsVulnerable(RoadUserType type, String object, String basicType) throws UnspeakableException {
        DetectedObjectData data = spoken(user(type, new Position(1, 1, 0), null));
        assertThat(data.detObjCommon().objType().identifier()).isEqualTo(object);
        DetectedVRUData vru = (DetectedVRUData) Objects.requireNonNull(data.detObjOptData());
        assertThat(vru.basicType()).isNotNull().hasToString(basicType);
    }

    @Test
    void anObstacleHasASize() throws UnspeakableException {
        DetectedObjectData data =
                spoken(user(RoadUserType.OBSTACLE, new Position(1, 1, 0), new Size(2, 1.04, Double.NaN)));
        assertThat(data.detObjCommon().objType()).isEqualTo(ObjectType.UNKNOWN);
        DetectedObstacleData obstacle = (DetectedObstacleData) Objects.requireNonNull(data.detObjOptData());
        assertThat(obstacle.obstSize()).isEqualTo(new ObstacleSize(10, 20, null));
    }

    @Test
    void leavesOffWhoIsOutOfReach() throws UnspeakableException {
        RoadUser far = user(RoadUserType.CAR, new Position(3_276.8, 0, 0), null);
        assertThat(Spoken.sdsms(set, announcement(far, Crossing.car(8))))
                .singleElement()
                .satisfies(sdsm -> assertThat(sdsm.objects())
                        .singleElement()
                        .extracting(object -> object.detObjCommon().objectID())
                        .isEqualTo(8));
    }

    @Test
    void hasNoMessageForAPositionThatIsNone() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(
                        announcement(user(RoadUserType.CAR, new Position(0, Double.POSITIVE_INFINITY, 0), null))))
                .withMessageContaining("road user 7 is not on the site");
    }

    @Test
    void splitsWhereAMessageIsFull() throws UnspeakableException {
        RoadUser[] users = IntStream.rangeClosed(1, 300).mapToObj(Crossing::car).toArray(RoadUser[]::new);
        List<V2xFrame> frames = set.encode(announcement(users));
        assertThat(frames).hasSizeGreaterThan(1).allMatch(frame -> frame.size() <= Spoken.LONGEST);
        assertThat(frames.get(0).size()).isGreaterThan(Spoken.LONGEST - 50);
        List<SensorDataSharingMessage> sdsms = Spoken.sdsms(set, announcement(users));
        assertThat(sdsms)
                .flatMap(SensorDataSharingMessage::objects)
                .extracting(object -> object.detObjCommon().objectID())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void countsItsMessages() throws UnspeakableException {
        assertThat(Spoken.sdsms(set, announcement(Crossing.car(1))).get(0).msgCnt())
                .isZero();
        assertThat(Spoken.sdsms(set, announcement(Crossing.car(1))).get(0).msgCnt())
                .isEqualTo(1);
    }

    @Test
    void saysNothingWhenNobodyIsThere() throws UnspeakableException {
        assertThat(set.encode(announcement())).isEmpty();
    }
}
