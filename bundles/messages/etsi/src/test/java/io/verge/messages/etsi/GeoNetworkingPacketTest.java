package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.etsi.GeoNetworkingPacket.Opaque;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeoNetworkingPacketTest {
    private static final GnAddress ADDRESS = new GnAddress(true, 15, 49, Octets.ofHex("0A0B0C0D0E0F"));
    private static final LongPositionVector SOURCE =
            new LongPositionVector(ADDRESS, 4_294_967_295L, -900_000_000, -1_800_000_000, true, -16_384, 3_599);
    private static final ShortPositionVector DESTINATION = new ShortPositionVector(ADDRESS, 7, 1, -1);
    private static final GeoDestination AREA = new GeoDestination(-1, 2, 3, 4, 5);
    private static final TrafficClass TRAFFIC_CLASS = new TrafficClass(false, true, 63);
    private static final Octets PAYLOAD = Octets.ofHex("07D200000102");

    static BasicHeader basic(int nextHeader) {
        return new BasicHeader(1, nextHeader, 0, Lifetime.atLeast(Duration.ofSeconds(60)), 10);
    }

    static GeoNetworkingPacket packet(HeaderType type) {
        CommonHeader common = CommonHeader.of(CommonHeader.BTP_B, type, TRAFFIC_CLASS, true, 10);
        return new GeoNetworkingPacket(basic(BasicHeader.COMMON), Inner.of(common, extended(type), PAYLOAD));
    }

    private static ExtendedHeader extended(HeaderType type) {
        return switch (type) {
            case BEACON -> new ExtendedHeader.Beacon(SOURCE);
            case GEO_UNICAST -> new ExtendedHeader.GeoUnicast(1, 2, SOURCE, DESTINATION);
            case SINGLE_HOP_BROADCAST -> new ExtendedHeader.SingleHop(SOURCE, ExtendedHeader.SingleHop.NO_DATA);
            case MULTI_HOP_BROADCAST -> new ExtendedHeader.MultiHop(1, 2, SOURCE);
            case LOCATION_REQUEST -> new ExtendedHeader.LocationRequest(1, 2, SOURCE, ADDRESS);
            case LOCATION_REPLY -> new ExtendedHeader.LocationReply(1, 2, SOURCE, DESTINATION);
            default -> new ExtendedHeader.GeoArea(1, 2, SOURCE, AREA, 3);
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBack(HeaderType type) throws CodecException {
        GeoNetworkingPacket packet = packet(type);
        assertThat(GeoNetworkingPacket.decode(packet.encode())).isEqualTo(packet);
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationOfEveryTypeIsRefused(HeaderType type) throws CodecException {
        byte[] octets = packet(type).encode();
        for (int length = 0; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatExceptionOfType(CodecException.class).isThrownBy(() -> GeoNetworkingPacket.decode(cut));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BEACON, 24", "GEO_UNICAST, 48", "GEO_ANYCAST_ELLIPSE, 44", "GEO_BROADCAST_CIRCLE, 44",
        "SINGLE_HOP_BROADCAST, 28", "MULTI_HOP_BROADCAST, 28", "LOCATION_REQUEST, 36", "LOCATION_REPLY, 48"
    })
    void extendedHeadersHaveTheLengthOfTheStandard(HeaderType type, int length) throws CodecException {
        assertThat(packet(type).encode()).hasSize(BasicHeader.LENGTH + CommonHeader.LENGTH + length + PAYLOAD.length());
    }

    @Test
    void anUnknownTypeKeepsItsHeader() throws CodecException {
        byte[] octets = packet(HeaderType.BEACON).encode();
        octets[BasicHeader.LENGTH + 1] = (byte) 0xF3;

        Inner inner = GeoNetworkingPacket.decode(octets).inner().orElseThrow();

        assertThat(inner.extendedHeader()).isInstanceOf(ExtendedHeader.Unknown.class);
        assertThat(inner.payload()).isEqualTo(PAYLOAD);
        assertThat(new GeoNetworkingPacket(basic(BasicHeader.COMMON), inner).encode())
                .isEqualTo(octets);
    }

    @Test
    void whatIsNotSpecifiedIsKept() throws CodecException {
        GeoNetworkingPacket packet = new GeoNetworkingPacket(basic(BasicHeader.ANY), new Opaque(PAYLOAD));
        assertThat(GeoNetworkingPacket.decode(packet.encode())).isEqualTo(packet);
    }

    @Test
    void anEncryptedPacketIsKeptAndNotLookedInto() throws CodecException {
        Secured encrypted = Secured.of(Octets.ofHex("0382010203"));
        GeoNetworkingPacket packet = new GeoNetworkingPacket(basic(BasicHeader.SECURED), encrypted);

        assertThat(packet.inner()).isEmpty();
        assertThat(GeoNetworkingPacket.decode(packet.encode())).isEqualTo(packet);
    }

    @Test
    void unsecuredDataShowsWhatIsInIt() throws CodecException {
        Inner inner = packet(HeaderType.BEACON).inner().orElseThrow();
        Octets octets = Octets.copyOf(inner.encode());
        Secured unsecured = Secured.of(Octets.ofHex("038081%02X%s".formatted(octets.length(), octets.hex())));
        assertThat(unsecured.inner()).contains(inner);
    }

    @Test
    void unsecuredDataOfAWrongLengthIsRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> GeoNetworkingPacket.decode(
                        Octets.ofHex("1200100103808212340000").toByteArray()))
                .withMessage("GeoNetworking.secured.unsecuredData: bit 48: 4660 octets announced, 2 there");
    }

    @Test
    void anErrorNamesFieldAndBit() throws CodecException {
        byte[] octets = packet(HeaderType.GEO_BROADCAST_CIRCLE).encode();
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> GeoNetworkingPacket.decode(Arrays.copyOf(octets, 25)))
                .withMessage("GeoNetworking.extended.source.timestamp: bit 192: "
                        + "the message ends: 32 bits needed, 8 left");
    }

    @Test
    void aLaterVersionIsRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> GeoNetworkingPacket.decode(new byte[] {0x21, 0, 0, 0}))
                .withMessage("GeoNetworking.basic.version: bit 0: value 2 of 0..1");
    }

    @Test
    void aValueOutOfItsRangeIsNotEncoded() {
        LongPositionVector fast = new LongPositionVector(ADDRESS, 0, 0, 0, true, 16_384, 0);
        CommonHeader common = CommonHeader.of(CommonHeader.ANY, HeaderType.BEACON, TRAFFIC_CLASS, true, 1);
        Inner inner = Inner.of(common, new ExtendedHeader.Beacon(fast), Octets.empty());
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(inner::encode)
                .withMessage("GeoNetworking.extended.source.speed: value 16384 of -16384..16383");
    }

    @Test
    void aHeaderOfAnotherTypeIsNotEncoded() {
        CommonHeader common = CommonHeader.of(CommonHeader.ANY, HeaderType.BEACON, TRAFFIC_CLASS, true, 1);
        Inner inner = Inner.of(common, extended(HeaderType.MULTI_HOP_BROADCAST), Octets.empty());
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(inner::encode)
                .withMessage("GeoNetworking.extended: a header of kind MultiHop, the header type needs Beacon");
    }

    @Test
    void aPayloadLengthThatIsNotThatOfThePayloadIsNotEncoded() {
        CommonHeader common = CommonHeader.of(CommonHeader.ANY, HeaderType.BEACON, TRAFFIC_CLASS, true, 1);
        Inner inner = new Inner(common, extended(HeaderType.BEACON), PAYLOAD);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(inner::encode)
                .withMessage("GeoNetworking.common.payloadLength: 0 octets announced, 6 there");
    }

    @Test
    void aPayloadLongerThanItsLengthFieldIsNotEncoded() {
        CommonHeader common = CommonHeader.of(CommonHeader.ANY, HeaderType.BEACON, TRAFFIC_CLASS, true, 1);
        Inner inner = Inner.of(common, extended(HeaderType.BEACON), Octets.copyOf(new byte[65_536]));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(inner::encode)
                .withMessage("GeoNetworking.common.payloadLength: value 65536 of 0..65535");
    }

    @Test
    void aBasicHeaderThatAnnouncesSomethingElseIsNotEncoded() {
        GeoNetworkingPacket packet = new GeoNetworkingPacket(basic(BasicHeader.COMMON), new Opaque(PAYLOAD));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(packet::encode)
                .withMessage("GeoNetworking.basic.nextHeader: value 1 does not announce what follows, Opaque");
    }
}
