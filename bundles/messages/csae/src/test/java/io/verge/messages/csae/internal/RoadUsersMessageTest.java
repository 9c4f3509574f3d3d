package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.ParticipantData;
import io.verge.messages.csae.edition2020.ParticipantType;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.PositionLL24B;
import io.verge.messages.csae.edition2020.PositionLL36B;
import io.verge.messages.csae.edition2020.PositionLLmD64b;
import io.verge.messages.csae.edition2020.PositionOffsetLL;
import io.verge.messages.csae.edition2020.RoadsideSafetyMessage;
import io.verge.messages.csae.edition2020.SourceType;
import io.verge.messages.csae.edition2020.VehicleSize;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadUsersMessageTest {
    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static RoadUsersAnnouncement announcement(RoadUser... users) {
        return new RoadUsersAnnouncement(Crossing.TIME, Stamps.NONE, List.of(users));
    }

    private ParticipantData spoken(RoadUser user) throws UnspeakableException {
        return Spoken.rsms(set, announcement(user)).get(0).participants().get(0);
    }

    private static RoadUser user(RoadUserType type, Motion motion, @Nullable Size size, Set<SensorKind> sources) {
        return new RoadUser(7, type, 1, motion, size, null, sources, Crossing.TIME, null);
    }

    private static Motion motion(Position position, Velocity velocity, double heading) {
        return new Motion(position, velocity, heading, Covariance.round(0.4), Covariance.round(0.2));
    }

    private static RoadUser at(double east, double north) {
        Motion motion = motion(new Position(east, north, 0), Velocity.ZERO, Double.NaN);
        return user(RoadUserType.UNKNOWN, motion, null, Set.of());
    }

    @Test
    void saysWhatIsKnownOfACar() throws UnspeakableException {
        RoadsideSafetyMessage rsm =
                Spoken.rsms(set, announcement(Crossing.car(7))).get(0);
        assertThat(rsm.id()).isEqualTo(Spoken.RSU);
        assertThat(rsm.refPos().lat()).isEqualTo(305_000_000);
        assertThat(rsm.refPos().long_()).isEqualTo(1_143_000_000);
        assertThat(rsm.refPos().elevation()).isEqualTo(210);
        ParticipantData car = rsm.participants().get(0);
        assertThat(car.ptcType()).isEqualTo(ParticipantType.MOTOR);
        assertThat(car.ptcId()).isEqualTo(7);
        assertThat(car.source()).isEqualTo(SourceType.INTEGRATED);
        assertThat(car.id()).isNull();
        assertThat(car.secMark()).isEqualTo(11_234);
        assertThat(car.speed()).isEqualTo(500);
        assertThat(car.heading() * 0.0125).isCloseTo(143.13, within(0.0125));
        assertThat(car.size()).isEqualTo(new VehicleSize(180, 450, 30));
        assertThat(car.vehicleClass()).extracting("classification").isEqualTo(10);
    }

    @Test
    void putsItWhereItIs() throws UnspeakableException {
        ParticipantData car = spoken(Crossing.car(7));
        PositionLL24B offset = (PositionLL24B) spoken(at(10, -15)).pos().offsetLL();
        assertThat(car.pos().offsetV()).isNull();
        Wgs84 there = new Wgs84(30.5 + offset.lat() * 1e-7, 114.3 + offset.lon() * 1e-7, 21);
        Position back = Crossing.frame().toSite(there);
        assertThat(back.east()).isCloseTo(10, within(0.01));
        assertThat(back.north()).isCloseTo(-15, within(0.01));
    }

    @Test
    void choosesTheShortestOffset() throws UnspeakableException {
        assertThat(offset(10, 10)).isInstanceOf(PositionLL24B.class);
        assertThat(offset(500, 10)).isInstanceOf(PositionLL36B.class);
        assertThat(offset(90_000, 10)).isInstanceOf(PositionLLmD64b.class);
    }

    private PositionOffsetLL offset(double east, double north) throws UnspeakableException {
        return spoken(at(east, north)).pos().offsetLL();
    }

    @Test
    void saysWhatIsNotKnown() throws UnspeakableException {
        ParticipantData unknown = spoken(user(
                RoadUserType.UNKNOWN,
                new Motion(
                        new Position(1, 1, Double.NaN),
                        new Velocity(Double.NaN, 0),
                        Double.NaN,
                        Covariance.round(Double.NaN),
                        Covariance.round(1000)),
                new Size(Double.NaN, Double.NaN, Double.NaN),
                Set.of()));
        assertThat(unknown.ptcType()).isEqualTo(ParticipantType.UNKNOWN);
        assertThat(unknown.source()).isEqualTo(SourceType.UNKNOWN);
        assertThat(unknown.posConfidence().pos()).isEqualTo(PositionConfidence.UNAVAILABLE);
        assertThat(unknown.speed()).isEqualTo(8191);
        assertThat(unknown.heading()).isEqualTo(28_800);
        assertThat(unknown.size()).isEqualTo(new VehicleSize(0, 0, null));
        assertThat(unknown.vehicleClass()).isNull();
        assertThat(unknown.motionCfd()).extracting("speedCfd").hasToString("unavailable");
    }

    @Test
    void staysWithinTheFields() throws UnspeakableException {
        Motion motion = motion(new Position(1, 1, 0), new Velocity(400, 0), 359.999);
        ParticipantData fast = spoken(user(RoadUserType.TRUCK, motion, new Size(100, 20, 0.001), Set.of()));
        assertThat(fast.speed()).isEqualTo(8190);
        assertThat(fast.heading()).isZero();
        assertThat(fast.size()).isEqualTo(new VehicleSize(1023, 4095, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.004, A1CM",
        "0.4, A1M",
        "0.5, A1M",
        "0.51, A2M",
        "2.5, A5M",
        "250, A500M",
        "251, UNAVAILABLE",
        "0, A1CM"
    })
    void twoSigmasKeepWithinTheConfidence(double sigma, PositionConfidence confidence) throws UnspeakableException {
        Motion motion = new Motion(
                new Position(1, 1, 0), Velocity.ZERO, 0, new Covariance(sigma * sigma, 0, 0), Covariance.round(1));
        assertThat(spoken(user(RoadUserType.CAR, motion, null, Set.of()))
                        .posConfidence()
                        .pos())
                .isEqualTo(confidence);
    }

    @Test
    void theErrorOfTheSpeedIsThatAlongTheWay() throws UnspeakableException {
        Motion north = new Motion(
                new Position(1, 1, 0), new Velocity(0, 5), 0, Covariance.round(1), new Covariance(100, 0, 0.0004));
        assertThat(spoken(user(RoadUserType.CAR, north, null, Set.of())).motionCfd())
                .extracting("speedCfd")
                .hasToString("prec0-05ms");
    }

    @ParameterizedTest
    @CsvSource({
        "CAR, motor, 10",
        "TRUCK, motor, 25",
        "BUS, motor, 50",
        "MOTORCYCLE, motor, 40",
        "BICYCLE, non-motor, 0",
        "PEDESTRIAN, pedestrian, 0",
        "ANIMAL, unknown, 0",
        "OBSTACLE, unknown, 0"
    })
    void everyTypeIsAParticipant(RoadUserType type, String participant, int vehicleClass) throws UnspeakableException {
        ParticipantData data = spoken(user(type, motion(new Position(1, 1, 0), Velocity.ZERO, 0), null, Set.of()));
        assertThat(data.ptcType().identifier()).isEqualTo(participant);
        var classification = data.vehicleClass();
        assertThat(classification == null ? 0 : classification.classification()).isEqualTo(vehicleClass);
    }

    @ParameterizedTest
    @CsvSource({"RADAR, microwaveRadar", "CAMERA, video", "LIDAR, lidar", "SELF_REPORT, v2x"})
    void oneSensorIsTheSource(SensorKind kind, String source) throws UnspeakableException {
        Motion motion = motion(new Position(1, 1, 0), Velocity.ZERO, 0);
        assertThat(spoken(user(RoadUserType.CAR, motion, null, Set.of(kind)))
                        .source()
                        .identifier())
                .isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"30303134333130a1, 30303134333130A1", "DEADBEEF,", "30303134333130g1,"})
    void repeatsTheIdOfABsm(String selfReport, @Nullable String id) throws UnspeakableException {
        RoadUser car = Crossing.car(1);
        ParticipantData data = spoken(
                new RoadUser(1, car.type(), 1, car.motion(), null, null, car.sources(), car.measuredAt(), selfReport));
        assertThat(data.id()).isEqualTo(id == null ? null : Octets.ofHex(id));
    }

    private static RoadUser[] cars(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Crossing::car).toArray(RoadUser[]::new);
    }

    @Test
    void splitsAfterSixteenInTheGivenOrder() throws UnspeakableException {
        List<RoadsideSafetyMessage> rsms = Spoken.rsms(set, announcement(cars(40)));
        assertThat(rsms).extracting(rsm -> rsm.participants().size()).containsExactly(16, 16, 8);
        assertThat(rsms).extracting(RoadsideSafetyMessage::msgCnt).containsExactly(0, 1, 2);
        assertThat(rsms)
                .flatMap(RoadsideSafetyMessage::participants)
                .extracting(ParticipantData::ptcId)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void listsTheRsuFirstInEachMessage() throws UnspeakableException {
        List<RoadsideSafetyMessage> rsms = Spoken.rsms(Spoken.listingItself(), announcement(cars(16)));
        assertThat(rsms).extracting(rsm -> rsm.participants().size()).containsExactly(16, 2);
        ParticipantData rsu = rsms.get(1).participants().get(0);
        assertThat(rsu.ptcType()).isEqualTo(ParticipantType.RSU);
        assertThat(rsu.ptcId()).isZero();
        assertThat(rsu.id()).isEqualTo(Spoken.RSU);
        assertThat(rsu.pos().offsetLL()).isEqualTo(new PositionLL24B(0, 0));
    }

    @Test
    void saysThatNobodyIsThereWhenItListsItself() throws UnspeakableException {
        assertThat(Spoken.rsms(Spoken.listingItself(), announcement()))
                .singleElement()
                .extracting(rsm -> rsm.participants().size())
                .isEqualTo(1);
        assertThat(set.encode(announcement())).isEmpty();
    }

    @Test
    void hasNoMessageForAPositionThatIsNone() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement(at(Double.NaN, 0))))
                .withMessageContaining("road user 7 is not on the site");
    }

    @Test
    void isTheSameInTheEditionOf2019() throws UnspeakableException, CodecException {
        byte[] octets = Spoken.octets(Spoken.set(CsaeEdition.EDITION_2019)
                .encode(announcement(cars(3)))
                .get(0));
        assertThat(CsaeEdition.EDITION_2019.frame().decode(octets))
                .isInstanceOf(io.verge.messages.csae.edition2019.RoadsideSafetyMessage.class);
    }
}
