package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.etsi.VectorFile.Vector;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets that were on the air. */
class GeoNetworkingVectorsTest {

    static List<Vector> all() {
        return VectorFile.read("geonetworking.json");
    }

    static List<Vector> wholePackets() {
        return all().stream().filter(Vector::isWholePacket).toList();
    }

    static List<Vector> fromCommonHeader() {
        return all().stream().filter(each -> !each.isWholePacket()).toList();
    }

    private static Inner inner(Vector vector) throws CodecException {
        return vector.isWholePacket()
                ? GeoNetworkingPacket.decode(vector.octets()).inner().orElseThrow()
                : Inner.decode(vector.octets());
    }

    private static byte[] again(Vector vector, byte[] octets) throws CodecException {
        return vector.isWholePacket()
                ? GeoNetworkingPacket.decode(octets).encode()
                : Inner.decode(octets).encode();
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesBackUnchanged(Vector vector) throws CodecException {
        assertThat(again(vector, vector.octets())).isEqualTo(vector.octets());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasTheCommonHeaderOfTheOracle(Vector vector) throws CodecException {
        CommonHeader header = inner(vector).commonHeader();
        Map<String, Object> expected = vector.oracle("commonHeader");

        assertThat(expected.get("nextHeader")).isEqualTo((long) header.nextHeader());
        assertThat(expected.get("headerType")).isEqualTo((long) header.headerType());
        assertThat(expected.get("headerSubtype")).isEqualTo((long) header.headerSubtype());
        assertThat(expected.get("trafficClass"))
                .isEqualTo((long) header.trafficClass().id());
        assertThat(expected.get("flags")).isEqualTo((long) header.flags());
        assertThat(expected.get("payloadLength")).isEqualTo((long) header.payloadLength());
        assertThat(expected.get("maxHopLimit")).isEqualTo((long) header.maximumHopLimit());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasTheSourceOfTheOracle(Vector vector) throws CodecException {
        ExtendedHeader header = inner(vector).extendedHeader();
        LongPositionVector source = header instanceof ExtendedHeader.GeoArea area
                ? area.source()
                : ((ExtendedHeader.SingleHop) header).source();
        Map<String, Object> expected = vector.oracle("sourcePV");

        Octets address = VectorFile.octets(expected, "gnAddr");
        assertThat(source.address().mid()).isEqualTo(Octets.copyOf(address.toByteArray(), 2, 6));
        assertThat(source.address().stationType()).isEqualTo(address.at(0) >> 2);
        assertThat(expected.get("tst")).isEqualTo(source.timestamp());
        assertThat(expected.get("lat")).isEqualTo((long) source.latitude());
        assertThat(expected.get("lon")).isEqualTo((long) source.longitude());
        assertThat(expected.get("pai")).isEqualTo(source.accurate() ? 1L : 0L);
        assertThat(expected.get("speed")).isEqualTo((long) source.speed());
        assertThat(expected.get("heading")).isEqualTo((long) source.heading());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasTheAreaOfTheOracle(Vector vector) throws CodecException {
        Map<String, Object> expected = vector.oracle("area");
        if (!(inner(vector).extendedHeader() instanceof ExtendedHeader.GeoArea header)) {
            assertThat(expected).isEmpty();
            return;
        }
        GeoDestination area = header.area();
        assertThat(vector.oracle().get("sequenceNumber")).isEqualTo((long) header.sequenceNumber());
        assertThat(expected.get("lat")).isEqualTo((long) area.latitude());
        assertThat(expected.get("lon")).isEqualTo((long) area.longitude());
        assertThat(expected.get("distanceA")).isEqualTo((long) area.distanceA());
        assertThat(expected.get("distanceB")).isEqualTo((long) area.distanceB());
        assertThat(expected.get("angle")).isEqualTo((long) area.angle());
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasTheMessageOfTheOracle(Vector vector) throws CodecException {
        BtpPacket packet = inner(vector).btp().orElseThrow();
        Map<String, Object> expected = vector.oracle("btp");

        assertThat(expected.get("destinationPort"))
                .isEqualTo((long) packet.header().destinationPort());
        assertThat(expected.get("info")).isEqualTo((long) ((BtpHeader.B) packet.header()).destinationPortInfo());
        assertThat(BtpPort.of(packet.header().destinationPort())).hasToString("Optional[" + vector.message() + "]");
        assertThat(packet.data()).isEqualTo(VectorFile.octets(vector.oracle(), "message_hex"));
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void everyTruncationIsRefused(Vector vector) {
        for (int length = 0; length < vector.octets().length; length++) {
            byte[] cut = Arrays.copyOf(vector.octets(), length);
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> Inner.decode(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("wholePackets")
    void everyTruncationOfWhatIsSignedIsRefused(Vector vector) throws CodecException {
        byte[] signed = inner(vector).encode();
        int end = Octets.copyOf(vector.octets())
                                .hex()
                                .indexOf(Octets.copyOf(signed).hex())
                        / 2
                + signed.length;
        for (int length = 0; length < end; length++) {
            byte[] cut = Arrays.copyOf(vector.octets(), length);
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> GeoNetworkingPacket.decode(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void moreThanAnnouncedIsRefused(Vector vector) throws CodecException {
        int announced = inner(vector).payload().length();
        byte[] longer = Arrays.copyOf(vector.octets(), vector.octets().length + 1);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Inner.decode(longer))
                .withMessage("GeoNetworking.common.payloadLength: bit 32: %d octets announced, %d there"
                        .formatted(announced, announced + 1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCorruptedOctetIsKeptOrRefused(Vector vector) {
        for (int at = 0; at < vector.octets().length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = vector.octets().clone();
                damaged[at] = (byte) value;
                keptOrRefused(vector, damaged);
            }
        }
    }

    private static void keptOrRefused(Vector vector, byte[] damaged) {
        byte[] again;
        try {
            again = again(vector, damaged);
        } catch (CodecException e) {
            assertThat(e.path()).startsWith("GeoNetworking.");
            return;
        }
        assertThat(Arrays.equals(again, damaged)).isTrue();
    }
}
