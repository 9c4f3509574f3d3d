package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.BasicSafetyMessage;
import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.PositionConfidence;
import io.verge.messages.csae.edition2020.PositionConfidenceSet;
import io.verge.messages.csae.edition2020.PositionalAccuracy;
import io.verge.messages.csae.edition2020.VehicleClassification;
import io.verge.messages.csae.edition2020.VehicleSize;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceptionTest {
    /** A published sample: secMark 9500, speed 0, heading 6161, class 10, 4.5 m by 1.5 m, no word on its accuracy. */
    private static final Octets BSM = Octets.ofHex(
            "002eb7d528470707070704a399af1ab4b614721fc22efc0006047e87e8401fffe022587080a"
                    + "68000060d614712f335e34fdc00101ac28e335a6bc6a578002035851c6f54d78d4c2000406b0a38e9c9af1a9480008000");

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:15:09.540Z");
    private static final Stamps STAMPS = Stamps.received(5);

    private static V2xFrame frame(byte[] octets) {
        return new V2xFrame("csae", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), RECEIVED, STAMPS);
    }

    private static ReceivedMessage read(CsaeEdition edition, byte[] octets) {
        return Spoken.set(edition).decode("rsu", frame(octets)).orElseThrow();
    }

    private static SelfReport report(byte[] octets) {
        return Objects.requireNonNull(read(CsaeEdition.EDITION_2020, octets).report());
    }

    private static BasicSafetyMessage sample() throws CodecException {
        byte[] octets = BSM.toByteArray();
        return (BasicSafetyMessage) MessageFrame.decode(new BitReader(octets, 0, octets.length));
    }

    private static byte[] octets(MessageFrame message) throws CodecException {
        BitWriter out = new BitWriter();
        MessageFrame.encode(out, message);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatAVehicleSaysOfItself(CsaeEdition edition) {
        ReceivedMessage message = read(edition, BSM.toByteArray());
        assertThat(message.kind()).isEqualTo(MessageKind.BSM);
        assertThat(message.device()).isEqualTo("rsu");
        assertThat(message.stamps()).isEqualTo(STAMPS);
        SelfReport report = Objects.requireNonNull(message.report());
        assertThat(report.id()).isEqualTo("BEA9423838383838");
        assertThat(report.type()).isEqualTo(RoadUserType.CAR);
        assertThat(report.position().latitude()).isCloseTo(39.9764645, within(1e-9));
        assertThat(report.position().longitude()).isCloseTo(116.3509503, within(1e-9));
        assertThat(report.position().elevation()).isEqualTo(37.5);
        assertThat(report.speed()).isZero();
        assertThat(report.heading()).isCloseTo(77.0125, within(1e-9));
        assertThat(report.error()).isNaN();
        assertThat(report.size()).isNotNull().satisfies(size -> {
            assertThat(size.length()).isCloseTo(4.5, within(1e-9));
            assertThat(size.width()).isCloseTo(1.5, within(1e-9));
            assertThat(size.height()).isNaN();
        });
    }

    @Test
    void wasTrueAtItsOwnTimeStamp() {
        assertThat(read(CsaeEdition.EDITION_2020, BSM.toByteArray()).sensedAt())
                .isEqualTo(Instant.parse("2026-03-01T08:15:09.500Z"));
    }

    @ParameterizedTest
    @CsvSource({"8539", "9541", "65535", "60000"})
    void aTimeStampThatCannotBeIsNotBelieved(int secMark) throws CodecException {
        BasicSafetyMessage odd = changed(data -> data.secMark(secMark));
        assertThat(read(CsaeEdition.EDITION_2020, octets(odd)).sensedAt()).isEqualTo(RECEIVED);
    }

    private static BasicSafetyMessage changed(UnaryOperator<BasicSafetyMessage.Builder> change) throws CodecException {
        BasicSafetyMessage from = sample();
        return change.apply(BasicSafetyMessage.builder()
                        .msgCnt(1)
                        .id(from.id())
                        .secMark(from.secMark())
                        .pos(from.pos())
                        .transmission(from.transmission())
                        .speed(from.speed())
                        .heading(from.heading())
                        .accelSet(from.accelSet())
                        .brakes(from.brakes())
                        .size(from.size())
                        .vehicleClass(from.vehicleClass()))
                .build();
    }

    @Test
    void whatIsUnavailableIsNotANumber() throws CodecException {
        SelfReport report = report(octets(changed(data -> data.speed(DsrcUnits.SPEED_UNAVAILABLE)
                .heading(DsrcUnits.HEADING_UNAVAILABLE)
                .pos(new Position3D(1, 2, DsrcUnits.ELEVATION_UNAVAILABLE))
                .posAccuracy(new PositionalAccuracy(255, 255, 65_535))
                .vehicleClass(new VehicleClassification(0, null, null))
                .size(new VehicleSize(0, 0, null)))));
        assertThat(report.speed()).isNaN();
        assertThat(report.heading()).isNaN();
        assertThat(report.error()).isNaN();
        assertThat(report.size()).isNull();
        assertThat(report.type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(report.position().elevation()).isEqualTo(Crossing.ORIGIN.elevation());
    }

    @Test
    void withoutAPositionThereIsNoReport() throws CodecException {
        Position3D nowhere = new Position3D(Coordinates.LATITUDE_UNAVAILABLE, Coordinates.LONGITUDE_UNAVAILABLE, null);
        ReceivedMessage message = read(CsaeEdition.EDITION_2020, octets(changed(data -> data.pos(nowhere))));
        assertThat(message.kind()).isEqualTo(MessageKind.BSM);
        assertThat(message.report()).isNull();
    }

    @Test
    void anAccuracyIsOneStandardDeviation() throws CodecException {
        SelfReport report = report(octets(changed(data -> data.posAccuracy(new PositionalAccuracy(30, 20, 0)))));
        assertThat(report.error()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void aConfidenceIsTwo() throws CodecException {
        PositionConfidenceSet confidence = new PositionConfidenceSet(PositionConfidence.A5M, null);
        assertThat(report(octets(changed(data -> data.posConfidence(confidence))))
                        .error())
                .isCloseTo(2.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNKNOWN",
        "11, CAR",
        "20, TRUCK",
        "35, TRUCK",
        "47, MOTORCYCLE",
        "54, BUS",
        "60, UNKNOWN",
        "82, PEDESTRIAN",
        "85, BICYCLE",
        "86, PEDESTRIAN",
        "90, UNKNOWN",
        "255, UNKNOWN"
    })
    void aClassIsAType(int vehicleClass, RoadUserType type) throws CodecException {
        VehicleClassification classification = new VehicleClassification(vehicleClass, null, null);
        assertThat(report(octets(changed(data -> data.vehicleClass(classification))))
                        .type())
                .isEqualTo(type);
    }

    /** Messages of others: each is of the kind that it says. */
    @Test
    void knowsTheKindOfEveryMessage() throws IOException {
        for (Vectors.Vector vector : Vectors.load("csae53.json")) {
            if (vector.pdu().equals("MessageFrame")) {
                String kind = vector.message().replace("Frame", "").toUpperCase(Locale.ROOT);
                assertThat(read(CsaeEdition.EDITION_2019, vector.octets()).kind())
                        .hasToString(kind);
            }
        }
        assertThat(Vectors.load("csae53_day2_generated.json"))
                .extracting(vector ->
                        read(CsaeEdition.EDITION_2020, vector.octets()).kind())
                .containsOnlyOnce(MessageKind.RTCM, MessageKind.PSM)
                .contains(MessageKind.RSI, MessageKind.OTHER);
    }

    @Test
    void readsWhatAPedestrianSays() throws IOException {
        assertThat(Vectors.load("csae53_day2_generated.json"))
                .filteredOn(vector -> vector.message().equals("PersonalSafetyMessage"))
                .singleElement()
                .extracting(vector ->
                        read(CsaeEdition.EDITION_2020, vector.octets()).report())
                .isNotNull();
    }

    @Test
    void readsWhatItSays() throws Exception {
        CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);
        V2xFrame rsm = set.encode(new RoadUsersAnnouncement(Crossing.TIME, STAMPS, List.of(Crossing.car(1))))
                .get(0);
        V2xFrame map = set.encode(new MapAnnouncement(Crossing.TIME, STAMPS, Crossing.map()))
                .get(0);
        assertThat(set.decode("rsu", rsm)).map(ReceivedMessage::kind).contains(MessageKind.RSM);
        assertThat(set.decode("rsu", map)).map(ReceivedMessage::kind).contains(MessageKind.MAP);
        assertThat(rsm.stamps()).isEqualTo(STAMPS);
        assertThat(rsm.time()).isEqualTo(Crossing.TIME);
    }

    @Test
    void whatIsNoMessageIsNothing() {
        CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);
        assertThat(set.decode("rsu", frame(new byte[0]))).isEmpty();
        assertThat(set.decode("rsu", frame(new byte[] {0x02, 0x04, 0, 0, 0, 0})))
                .isEmpty();
        byte[] cut = java.util.Arrays.copyOf(BSM.toByteArray(), BSM.length() - 1);
        assertThat(set.decode("rsu", frame(cut))).isEmpty();
    }

    @Property
    void garbageThrowsNothing(@ForAll byte[] garbage, @ForAll CsaeEdition edition) {
        @Nullable Object read = Spoken.set(edition).decode("rsu", frame(garbage));
        assertThat(read).isNotNull();
    }
}
