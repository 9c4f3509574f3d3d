package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.time.Stamps;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
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
    /** A published sample in which all is unavailable but the generationDeltaTime, 100. */
    private static final Octets SILENT =
            Octets.ofHex("0102000000000064000d693a403ad274803ffffffc23b7743e00e11fdffffebfe9ed0737530f5fffb0");

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:15:20.000Z");
    private static final Stamps STAMPS = Stamps.received(5);

    private final EtsiMessageSet set = Spoken.set();

    private static V2xFrame frame(byte[] octets, Instant received) {
        return new V2xFrame("etsi", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), received, STAMPS);
    }

    private ReceivedMessage read(byte[] octets) {
        return set.decode("rsu", frame(octets, RECEIVED)).orElseThrow();
    }

    private static List<Vector> cams() throws IOException {
        return Vectors.load("etsi.json").stream()
                .filter(vector -> vector.message().equals("CAM"))
                .toList();
    }

    @Test
    void withoutAPositionThereIsNoReport() {
        ReceivedMessage message = read(SILENT.toByteArray());
        assertThat(message.kind()).isEqualTo(MessageKind.CAM);
        assertThat(message.device()).isEqualTo("rsu");
        assertThat(message.stamps()).isEqualTo(STAMPS);
        assertThat(message.report()).isNull();
    }

    /** CAMs of others: one, protocolVersion 2, of a car that says all; others, protocolVersion 1, that say a position only. */
    @Test
    void readsWhatAVehicleSaysOfItself() throws IOException {
        Vector car = cams().stream()
                .filter(vector -> vector.hex().startsWith("0202"))
                .findFirst()
                .orElseThrow();
        SelfReport report = Objects.requireNonNull(read(car.octets()).report());
        assertThat(report.id()).isEqualTo("9B260AA3");
        assertThat(report.type()).isEqualTo(RoadUserType.CAR);
        assertThat(report.position().latitude()).isCloseTo(50.0401189, within(1e-9));
        assertThat(report.position().longitude()).isCloseTo(14.4050093, within(1e-9));
        assertThat(report.position().elevation()).isCloseTo(254.6, within(1e-9));
        assertThat(report.speed()).isCloseTo(20.28, within(1e-9));
        assertThat(report.heading()).isCloseTo(42.5, within(1e-9));
        assertThat(report.error()).isCloseTo(1.42, within(1e-9));
        assertThat(report.size()).isNotNull().satisfies(size -> {
            assertThat(size.length()).isCloseTo(4.7, within(1e-9));
            assertThat(size.width()).isCloseTo(1.9, within(1e-9));
            assertThat(size.height()).isNaN();
        });
    }

    @Test
    void whatIsUnavailableIsNotANumber() throws IOException {
        Vector one = cams().stream()
                .filter(vector -> vector.hex().startsWith("0102"))
                .filter(vector -> read(vector.octets()).report() != null)
                .findFirst()
                .orElseThrow();
        SelfReport report = Objects.requireNonNull(read(one.octets()).report());
        assertThat(report.id()).isEqualTo("00000000");
        assertThat(report.type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(report.speed()).isNaN();
        assertThat(report.heading()).isNaN();
        assertThat(report.error()).isNaN();
        assertThat(report.size()).isNull();
        assertThat(report.position().elevation()).isEqualTo(Crossing.ORIGIN.elevation());
    }

    /** ITS time counts from 2004 and is five leap seconds ahead; the message was made 100 ms after a full turn of its field. */
    @ParameterizedTest
    @CsvSource({"100, 0", "300, 200", "1100, 1000", "1101, 0", "99, 0"})
    void wasTrueAtItsOwnTimeStampIfThatCanBe(int afterTurn, int age) {
        long turn = 65_536L * 10_000_000
                - 5_000
                + Instant.parse("2004-01-01T00:00:00Z").toEpochMilli();
        Instant received = Instant.ofEpochMilli(turn + afterTurn);
        assertThat(set.decode("rsu", frame(SILENT.toByteArray(), received)))
                .map(ReceivedMessage::sensedAt)
                .contains(received.minusMillis(age));
    }

    /** Messages of others: each that is valid is of the kind that it says. */
    @Test
    void knowsTheKindOfEveryMessage() throws IOException {
        for (Vector vector : Vectors.load("etsi.json")) {
            if (vector.valid()
                    && vector.pdu().equals(vector.message())
                    && !vector.hex().startsWith("01FF")) {
                var read = set.decode("rsu", frame(vector.octets(), RECEIVED));
                read.ifPresent(message -> assertThat(message.kind()).hasToString(kind(vector.message())));
                assertThat(read.isPresent()).isEqualTo(!kind(vector.message()).isEmpty());
            }
        }
        for (Vector vector : Vectors.load("cpm_ts103324_generated.json")) {
            assertThat(read(vector.octets()).kind()).isEqualTo(MessageKind.CPM);
        }
    }

    private static String kind(String message) {
        return switch (message) {
            case "CAM", "DENM" -> message;
            case "SPATEM" -> "SPAT";
            case "MAPEM" -> "MAP";
            case "SREM" -> "SRM";
            case "SSEM" -> "SSM";
            default -> "";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0202", "020200000000", "0210000000000000", "010E000000000000"})
    void whatIsNoMessageIsNothing(String hex) {
        assertThat(set.decode("rsu", frame(Octets.ofHex(hex).toByteArray(), RECEIVED)))
                .isEmpty();
    }

    @Property
    void garbageThrowsNothing(@ForAll byte[] garbage) {
        assertThat(Spoken.set().decode("rsu", frame(garbage, RECEIVED))).isNotNull();
    }

    /** With a header in front it gets further. */
    @Property
    void garbageBehindAHeaderThrowsNothing(@ForAll byte[] garbage, @ForAll boolean old, @ForAll byte messageId) {
        byte[] octets = new byte[garbage.length + 2];
        octets[0] = (byte) (old ? 1 : 2);
        octets[1] = (byte) Math.floorMod(messageId, 17);
        System.arraycopy(garbage, 0, octets, 2, garbage.length);
        assertThat(Spoken.set().decode("rsu", frame(octets, RECEIVED))).isNotNull();
    }
}
