package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.geo.Wgs84;
import io.verge.messages.etsi.BtpPacket;
import io.verge.messages.etsi.ExtendedHeader;
import io.verge.messages.etsi.GeoNetworkingPacket;
import io.verge.messages.etsi.LongPositionVector;
import io.verge.messages.uper.CodecException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeoPacketsTest {
    private static final Instant TIME = Instant.parse("2026-09-21T14:13:20.009Z");
    private static final byte[] MESSAGE = HexFormat.of().parseHex("0204000000ff");

    @Test
    void bringsTheMessageInBtp() throws CodecException {
        BtpPacket btp = inner(new Wgs84(30.5, 114.3, 20)).btp().orElseThrow();
        assertThat(btp.data().toByteArray()).isEqualTo(MESSAGE);
        assertThat(btp.header().destinationPort()).isEqualTo(2004);
    }

    @Test
    void livesOneSecondAndOneHop() throws CodecException {
        GeoNetworkingPacket packet = packet(null);
        assertThat(packet.basicHeader().lifetime().duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(packet.basicHeader().remainingHopLimit()).isEqualTo(1);
    }

    @Test
    void saysWhereTheBoxStands() throws CodecException {
        LongPositionVector source = source(new Wgs84(-30.51234567, 114.3, 20));
        assertThat(source.latitude()).isEqualTo(-305_123_457);
        assertThat(source.longitude()).isEqualTo(1_143_000_000);
        assertThat(source.accurate()).isTrue();
    }

    @Test
    void saysThatThePlaceIsNotKnown() throws CodecException {
        assertThat(source(null).accurate()).isFalse();
    }

    @Test
    void isARoadSideUnit() throws CodecException {
        assertThat(source(null).address().stationType()).isEqualTo(15);
    }

    @Test
    void countsTheLeapSecondsSince2004() {
        assertThat(GeoPackets.timestamp(Instant.parse("2004-01-01T00:00:00Z"))).isZero();
        assertThat(GeoPackets.timestamp(Instant.parse("2005-12-31T00:00:00Z")) % 1_000)
                .isZero();
        assertThat(GeoPackets.timestamp(Instant.parse("2017-01-01T00:00:00Z")))
                .isEqualTo(
                        Duration.between(Instant.parse("2004-01-01T00:00:00Z"), Instant.parse("2017-01-01T00:00:00Z"))
                                        .toMillis()
                                + 5_000);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> GeoPackets.ethernet(2004, TIME, null, ByteBuffer.allocate(GeoPackets.MAX_PAYLOAD + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LongPositionVector source(@Nullable Wgs84 place) throws CodecException {
        return ((ExtendedHeader.SingleHop) inner(place).extendedHeader()).source();
    }

    private static GeoNetworkingPacket.Inner inner(@Nullable Wgs84 place) throws CodecException {
        return packet(place).inner().orElseThrow();
    }

    /** Read by the decoder of the message set, which was checked on packets from the air. */
    private static GeoNetworkingPacket packet(@Nullable Wgs84 place) throws CodecException {
        byte[] ethernet = GeoPackets.ethernet(2004, TIME, place, ByteBuffer.wrap(MESSAGE));
        return GeoNetworkingPacket.decode(Arrays.copyOfRange(ethernet, 14, ethernet.length));
    }
}
