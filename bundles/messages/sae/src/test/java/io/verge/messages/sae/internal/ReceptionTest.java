package io.verge.messages.sae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.time.Stamps;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.sae.j2735.BSMcoreData;
import io.verge.messages.sae.j2735.BSMpartIIExtensionBSMpartIIExtensions;
import io.verge.messages.sae.j2735.BasicSafetyMessage;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.PositionalAccuracy;
import io.verge.messages.sae.j2735.SupplementalVehicleExtensions;
import io.verge.messages.sae.j2735.VehicleSize;
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
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {
    /** A published sample in full: its core data, and a second part that is cut off here. */
    private static final String CORE = "494c4c950cd8cde6e9651116579f22a424dd78fffff00761e4fd7eb7d07f7fff80005f11d102";

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:15:20.000Z");
    private static final Stamps STAMPS = Stamps.received(5);

    private final SaeMessageSet set = Spoken.set(2024);

    private static V2xFrame frame(byte[] octets) {
        return new V2xFrame("sae", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), RECEIVED, STAMPS);
    }

    private ReceivedMessage read(byte[] octets) {
        return set.decode("rsu", frame(octets)).orElseThrow();
    }

    private SelfReport report(BasicSafetyMessage message) throws CodecException {
        return Objects.requireNonNull(read(octets(message)).report());
    }

    private static byte[] octets(BasicSafetyMessage message) throws CodecException {
        BitWriter out = new BitWriter();
        new MessageFrame(20, message, null).encode(out);
        return out.toByteArray();
    }

    /** The core data of the sample. */
    private static BSMcoreData core() throws CodecException {
        byte[] octets = Octets.ofHex(CORE).toByteArray();
        BitReader in = new BitReader(octets, 0, octets.length);
        in.integer(0, 7, 3); // the preamble
        return BSMcoreData.decode(in);
    }

    private static BasicSafetyMessage sample() throws CodecException {
        return new BasicSafetyMessage(core(), null, null, null);
    }

    @Test
    void readsWhatAVehicleSaysOfItself() throws CodecException {
        BSMcoreData core = core();
        ReceivedMessage message = read(octets(sample()));
        assertThat(message.kind()).isEqualTo(MessageKind.BSM);
        assertThat(message.device()).isEqualTo("rsu");
        assertThat(message.stamps()).isEqualTo(STAMPS);
        SelfReport report = Objects.requireNonNull(message.report());
        assertThat(report.id()).isEqualTo(core.id().hex()).hasSize(8);
        assertThat(report.type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(report.position().latitude()).isCloseTo(core.lat() * 1e-7, within(1e-9));
        assertThat(report.position().longitude()).isCloseTo(core.long_() * 1e-7, within(1e-9));
        assertThat(report.speed()).isCloseTo(core.speed() * 0.02, within(1e-9));
        assertThat(report.heading()).isCloseTo(core.heading() * 0.0125, within(1e-9));
    }

    private static BasicSafetyMessage changed(
            int secMark, int lat, int elev, PositionalAccuracy accuracy, int speed, int heading, VehicleSize size)
            throws CodecException {
        BSMcoreData core = core();
        return new BasicSafetyMessage(
                new BSMcoreData(
                        1,
                        core.id(),
                        secMark,
                        lat,
                        core.long_(),
                        elev,
                        accuracy,
                        core.transmission(),
                        speed,
                        heading,
                        core.angle(),
                        core.accelSet(),
                        core.brakes(),
                        size),
                null,
                null,
                null);
    }

    private static BasicSafetyMessage silent(int secMark, int lat) throws CodecException {
        return changed(
                secMark, lat, -4096, new PositionalAccuracy(255, 255, 65_535), 8191, 28_800, new VehicleSize(0, 0));
    }

    @Test
    void whatIsUnavailableIsNotANumber() throws CodecException {
        SelfReport report = report(silent(0, 1));
        assertThat(report.speed()).isNaN();
        assertThat(report.heading()).isNaN();
        assertThat(report.error()).isNaN();
        assertThat(report.size()).isNull();
        assertThat(report.position().elevation()).isEqualTo(Crossing.ORIGIN.elevation());
    }

    @Test
    void withoutAPositionThereIsNoReport() throws CodecException {
        assertThat(read(octets(silent(0, Coordinates.LATITUDE_UNAVAILABLE))).report())
                .isNull();
    }

    @Test
    void readsAccuracyAndSize() throws CodecException {
        SelfReport report =
                report(changed(0, 1, 105, new PositionalAccuracy(30, 20, 0), 0, 0, new VehicleSize(0, 450)));
        assertThat(report.error()).isCloseTo(1.5, within(1e-9));
        assertThat(report.position().elevation()).isCloseTo(10.5, within(1e-9));
        assertThat(report.size()).isNotNull().satisfies(size -> {
            assertThat(size.length()).isCloseTo(4.5, within(1e-9));
            assertThat(size.width()).isNaN();
        });
    }

    @ParameterizedTest
    @CsvSource({"19400, 600", "20000, 0", "20001, 0", "18999, 0", "65535, 0"})
    void wasTrueAtItsOwnTimeStampIfThatCanBe(int secMark, int age) throws CodecException {
        assertThat(read(octets(silent(secMark, 1))).sensedAt()).isEqualTo(RECEIVED.minusMillis(age));
    }

    @ParameterizedTest
    @CsvSource({"10, CAR", "25, TRUCK", "40, MOTORCYCLE", "54, BUS", "0, UNKNOWN"})
    void theSecondPartMayNameTheClass(int vehicleClass, RoadUserType type) throws CodecException {
        SupplementalVehicleExtensions supplement = SupplementalVehicleExtensions.builder()
                .classification(vehicleClass)
                .build();
        BasicSafetyMessage message = new BasicSafetyMessage(
                core(), List.of(new BSMpartIIExtensionBSMpartIIExtensions(2, supplement)), null, null);
        assertThat(report(message).type()).isEqualTo(type);
    }

    /** Messages of others: each is of the kind that it says. */
    @Test
    void knowsTheKindOfEveryMessage() throws IOException {
        for (Vectors.Vector vector : Vectors.load("j2735.json")) {
            if (vector.pdu().equals("MessageFrame")) {
                String kind = vector.message().equals("RSM") ? "OTHER" : vector.message();
                ReceivedMessage message = read(vector.octets());
                assertThat(message.kind()).hasToString(kind);
                assertThat(message.report() != null).isEqualTo(kind.equals("BSM") || kind.equals("PSM"));
            }
        }
    }

    @Test
    void readsWhatAPedestrianSays() throws IOException {
        assertThat(Vectors.load("j2735.json"))
                .filteredOn(vector -> vector.message().equals("PSM"))
                .singleElement()
                .extracting(vector ->
                        Objects.requireNonNull(read(vector.octets()).report()).type())
                .isNotEqualTo(RoadUserType.CAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0014", "00000100", "02040000000000", "7FFF0100"})
    void whatIsNoMessageIsNothing(String hex) {
        assertThat(set.decode("rsu", frame(Octets.ofHex(hex).toByteArray()))).isEmpty();
    }

    @Property
    void garbageThrowsNothing(@ForAll byte[] garbage) {
        assertThat(Spoken.set(2016).decode("rsu", frame(garbage))).isNotNull();
    }
}
