package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.etsi.EtsiFrames.Kind;
import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.etsi.GeoNetworkingPacket.Opaque;
import io.verge.messages.etsi.VectorFile.Vector;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtsiFramesTest {
    private static final String CPM = "2.1.1";

    static List<Vector> messages() {
        return EtsiMessagesTest.vectors();
    }

    static List<Vector> packets() {
        return GeoNetworkingVectorsTest.wholePackets();
    }

    static List<Vector> fromCommonHeader() {
        return GeoNetworkingVectorsTest.fromCommonHeader();
    }

    private static GeoNetworkingPacket around(byte[] inner) throws CodecException {
        return new GeoNetworkingPacket(GeoNetworkingPacketTest.basic(BasicHeader.COMMON), Inner.decode(inner));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsTakenForAMessage(Vector vector) throws CodecException {
        assertThat(EtsiFrames.kindOf(vector.octets())).isEqualTo(Kind.MESSAGE);
    }

    @ParameterizedTest
    @MethodSource("packets")
    void everyPacketIsTakenForAPacket(Vector vector) throws CodecException {
        assertThat(EtsiFrames.kindOf(vector.octets())).isEqualTo(Kind.GEO_NETWORKING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0100", "0200", "1000", "1100", "1200"})
    void aReservedOctetOfZeroMakesItAPacket(String start) throws CodecException {
        assertThat(EtsiFrames.kindOf(Octets.ofHex(start).toByteArray())).isEqualTo(Kind.GEO_NETWORKING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0300", "2100"})
    void whatIsNeitherIsRefused(String start) {
        byte[] frame = Octets.ofHex(start).toByteArray();
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> EtsiFrames.kindOf(frame));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageComesBackFromItsJson(Vector vector) throws CodecException {
        String json = EtsiFrames.toJson(vector.octets(), CPM);
        byte[] again = EtsiFrames.fromJson(json, CPM);

        assertThat(EtsiFrames.toJson(again, CPM)).isEqualTo(json);
        if (vector.canonical()) {
            assertThat(again).isEqualTo(vector.octets());
        }
    }

    @ParameterizedTest
    @MethodSource("packets")
    void aSignedPacketComesBackFromItsJson(Vector vector) throws CodecException {
        String json = EtsiFrames.toJson(vector.octets(), CPM);

        assertThat(json).contains("\"secured\":\"03", "\"view\":{\"commonHeader\"", "\"message\":{\"header\"");
        assertThat(EtsiFrames.fromJson(json, CPM)).isEqualTo(vector.octets());
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void anUnsignedPacketComesBackFromItsJson(Vector vector) throws CodecException {
        byte[] packet = around(vector.octets()).encode();
        String json = EtsiFrames.toJson(packet, CPM);

        assertThat(json).contains("\"btp\":{\"destinationPort\":", "\"message\":{\"header\"");
        assertThat(EtsiFrames.fromJson(json, CPM)).isEqualTo(packet);
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void whatFollowsABasicHeaderComesBackByItself(Vector vector) throws CodecException {
        String json = EtsiFrames.innerToJson(vector.octets(), CPM);
        assertThat(EtsiFrames.fromJson(json, CPM)).isEqualTo(vector.octets());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageComesBackInAPacket(Vector vector) throws CodecException {
        Inner broadcast = GeoNetworkingPacketTest.packet(HeaderType.GEO_BROADCAST_CIRCLE)
                .inner()
                .orElseThrow();
        BtpPacket btp = new BtpPacket(new BtpHeader.B(2001, 0), Octets.copyOf(vector.octets()));
        byte[] packet = around(Inner.of(broadcast.commonHeader(), broadcast.extendedHeader(), btp.encode())
                        .encode())
                .encode();

        String json = EtsiFrames.toJson(packet, CPM);

        assertThat(json).contains("\"message\":{\"header\":{");
        assertThat(EtsiFrames.fromJson(json, CPM)).isEqualTo(packet);
    }

    @Test
    void aMessageThatIsEncodedInAnotherWayIsShownAndKept() throws CodecException {
        Octets message = Octets.ofHex(
                "010100000000010000000000000000000000000000000006b49d201d693a401ffffffe11dbba1f012c" + "0000");
        BtpPacket btp = new BtpPacket(new BtpHeader.B(2002, 0), message);
        Inner beacon = GeoNetworkingPacketTest.packet(HeaderType.BEACON).inner().orElseThrow();
        byte[] octets = Inner.of(beacon.commonHeader(), beacon.extendedHeader(), btp.encode())
                .encode();

        String json = EtsiFrames.innerToJson(octets, CPM);

        assertThat(json).contains("\"payload\":\"" + message + "\",\"view\":{\"message\":{\"header\":{");
        assertThat(EtsiFrames.fromJson(json, CPM)).isEqualTo(octets);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackFromItsJson(HeaderType type) throws CodecException {
        byte[] packet = GeoNetworkingPacketTest.packet(type).encode();
        assertThat(EtsiFrames.fromJson(EtsiFrames.toJson(packet, CPM), CPM)).isEqualTo(packet);
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void reservedBitsComeBackFromJson(Vector vector) throws CodecException {
        byte[] packet = around(vector.octets()).encode();
        packet[BasicHeader.LENGTH] |= 0x0F;
        packet[BasicHeader.LENGTH + 3] = (byte) 0xFF;
        packet[BasicHeader.LENGTH + 7] = (byte) 0xFF;

        assertThat(EtsiFrames.fromJson(EtsiFrames.toJson(packet, CPM), CPM)).isEqualTo(packet);
    }

    @ParameterizedTest
    @MethodSource("packets")
    void theViewIsNotEncoded(Vector vector) throws CodecException {
        String json = EtsiFrames.toJson(vector.octets(), CPM);
        String changed = json.replace("\"latitude\":599161200", "\"latitude\":0");

        assertThat(changed).isNotEqualTo(json);
        assertThat(EtsiFrames.fromJson(changed, CPM)).isEqualTo(vector.octets());
    }

    @Test
    void anUnknownHeaderComesBackFromItsJson() throws CodecException {
        byte[] packet = GeoNetworkingPacketTest.packet(HeaderType.BEACON).encode();
        packet[BasicHeader.LENGTH + 1] = (byte) 0xF3;
        assertThat(EtsiFrames.fromJson(EtsiFrames.toJson(packet, CPM), CPM)).isEqualTo(packet);
    }

    @Test
    void octetsThatAreNotSpecifiedComeBackFromTheirJson() throws CodecException {
        byte[] packet = new GeoNetworkingPacket(
                        GeoNetworkingPacketTest.basic(BasicHeader.ANY), new Opaque(Octets.ofHex("0102")))
                .encode();
        assertThat(EtsiFrames.toJson(packet, CPM)).endsWith(",\"octets\":\"0102\"}");
        assertThat(EtsiFrames.fromJson(EtsiFrames.toJson(packet, CPM), CPM)).isEqualTo(packet);
    }

    @Test
    void membersMayStandInAnyOrder() throws CodecException {
        String header = "\"header\":{\"stationID\":1,\"messageID\":13,\"protocolVersion\":2}";
        String body = "\"rtcmc\":{\"msgCnt\":1,\"rev\":\"rtcmRev3\",\"msgs\":[\"D300\"]}";
        assertThat(EtsiFrames.fromJson("{" + body + "," + header + "}", CPM))
                .isEqualTo(EtsiFrames.fromJson("{" + header + "," + body + "}", CPM));
    }

    @Test
    void thePayloadLengthMayBeLeftOut() throws CodecException {
        byte[] packet = GeoNetworkingPacketTest.packet(HeaderType.BEACON).encode();
        String json = EtsiFrames.toJson(packet, CPM);
        assertThat(EtsiFrames.fromJson(json.replace("\"payloadLength\":6,", ""), CPM))
                .isEqualTo(packet);
    }

    @Test
    void aWrongPayloadLengthIsRefused() throws CodecException {
        String json = EtsiFrames.toJson(
                GeoNetworkingPacketTest.packet(HeaderType.BEACON).encode(), CPM);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> EtsiFrames.fromJson(json.replace("\"payloadLength\":6", "\"payloadLength\":7"), CPM))
                .withMessage("GeoNetworking.commonHeader.payloadLength: value 7, the payload has 6 octets; "
                        + "leave it out to have it computed");
    }

    @Test
    void anUnknownMemberIsRefused() throws CodecException {
        String json = EtsiFrames.toJson(
                GeoNetworkingPacketTest.packet(HeaderType.BEACON).encode(), CPM);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> EtsiFrames.fromJson(json.replace("\"speed\"", "\"sped\":1,\"speed\""), CPM))
                .withMessage("GeoNetworking.extendedHeader.source.sped: no such member");
    }

    @Test
    void aValueOutOfItsRangeIsRefused() throws CodecException {
        String json = EtsiFrames.toJson(
                GeoNetworkingPacketTest.packet(HeaderType.BEACON).encode(), CPM);
        String tooBig = json.replace("\"latitude\":-900000000", "\"latitude\":18446744073709551615");
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> EtsiFrames.fromJson(tooBig, CPM))
                .withMessageStartingWith("GeoNetworking.extendedHeader.source.latitude: ")
                .withMessageEndingWith("value 18446744073709551615 of -2147483648..2147483647");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "null",
                "7",
                "{\"basicHeader\":7}",
                "{\"basicHeader\":{}}",
                "{\"commonHeader\":[]}",
                "{\"header\":null}",
                "{\"header\":{}}",
                "{\"header\":{\"protocolVersion\":1}}",
                "{\"header\":{}} {}",
                "{\"header\":{\"protocolVersion\":2,\"messageID\":2}}"
            })
    void textThatIsNoFrameIsRefused(String json) {
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> EtsiFrames.fromJson(json, CPM));
    }

    @ParameterizedTest
    @MethodSource("fromCommonHeader")
    void everyCorruptedPacketGivesJsonThatComesBackOrIsRefused(Vector vector) throws CodecException {
        byte[] packet = around(vector.octets()).encode();
        for (int at = 0; at < packet.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xFF}) {
                byte[] damaged = packet.clone();
                damaged[at] ^= (byte) flip;
                comesBackOrIsRefused(damaged);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packets")
    void everyTruncationGivesJsonThatComesBackOrIsRefused(Vector vector) {
        for (int length = 0; length < vector.octets().length; length++) {
            comesBackOrIsRefused(Arrays.copyOf(vector.octets(), length));
        }
    }

    private static void comesBackOrIsRefused(byte[] frame) {
        byte[] again;
        try {
            if (EtsiFrames.kindOf(frame) == Kind.MESSAGE) {
                return;
            }
            again = EtsiFrames.fromJson(EtsiFrames.toJson(frame, CPM), CPM);
        } catch (CodecException e) {
            return;
        }
        assertThat(again).isEqualTo(frame);
    }
}
