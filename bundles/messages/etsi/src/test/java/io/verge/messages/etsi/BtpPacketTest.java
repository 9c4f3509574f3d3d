package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import org.junit.jupiter.api.Test;

class BtpPacketTest {
    /** From the tests of another stack: port 14468, then 320. */
    private static final Octets PACKET = Octets.ofHex("38840140");

    @Test
    void theCommonHeaderDecidesWhatTheSecondHalfMeans() throws CodecException {
        assertThat(BtpPacket.decode(CommonHeader.BTP_A, PACKET).header()).isEqualTo(new BtpHeader.A(14_468, 320));
        assertThat(BtpPacket.decode(CommonHeader.BTP_B, PACKET).header()).isEqualTo(new BtpHeader.B(14_468, 320));
    }

    @Test
    void comesBackUnchanged() throws CodecException {
        BtpPacket packet = BtpPacket.decode(CommonHeader.BTP_A, PACKET);
        assertThat(packet.encode()).isEqualTo(PACKET);
        assertThat(packet.nextHeader()).isEqualTo(CommonHeader.BTP_A);
    }

    @Test
    void tooFewOctetsAreRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> BtpPacket.decode(CommonHeader.BTP_B, Octets.ofHex("07D200")))
                .withMessage("BTP.destinationPortInfo: bit 16: the message ends: 16 bits needed, 8 left");
    }

    @Test
    void anotherNextHeaderIsRefused() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> BtpPacket.decode(CommonHeader.IPV6, PACKET))
                .withMessage("BTP: next header 3 is not BTP (1 or 2)");
    }

    @Test
    void aPortOutOfItsRangeIsNotEncoded() {
        BtpPacket packet = new BtpPacket(new BtpHeader.B(65_536, 0), Octets.empty());
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(packet::encode)
                .withMessage("BTP.destinationPort: value 65536 of 0..65535");
    }

    @Test
    void everyPortFindsItself() {
        for (BtpPort port : BtpPort.values()) {
            assertThat(BtpPort.of(port.number())).contains(port);
        }
        assertThat(BtpPort.of(2000)).isEmpty();
        assertThat(BtpPort.of(2020)).isEmpty();
    }
}
