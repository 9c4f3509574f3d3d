package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DatagramsTest {
    @Test
    void putsThePayloadBehindThreeHeaders() {
        byte[] packet = Datagrams.ethernet(1517, ByteBuffer.wrap(new byte[] {0x00, 0x13, 0x01}));
        assertThat(HexFormat.of().formatHex(packet))
                .isEqualTo("01005e7c0001" + "00005e005301" + "0800"
                        + "4500001f" + "00004000" + "0111" + "cdcf" + "c0000201" + "e9fc0001"
                        + "05ec05ed000b" + "46ed" + "001301");
    }

    /** RFC 1071: over all octets, the checksum among them, the sum of one's complement is all ones. */
    @Property
    void itsChecksumsHold(@ForAll byte[] payload) {
        ByteBuffer packet = ByteBuffer.wrap(Datagrams.ethernet(1518, ByteBuffer.wrap(payload)));
        assertThat(sum(packet, 14, 20, 0)).isEqualTo(0xffff);
        int length = 8 + payload.length;
        assertThat(sum(packet, 34, length, sum(packet, 26, 8, 17 + length))).isEqualTo(0xffff);
        assertThat(packet.getShort(40)).isNotZero();
    }

    @Test
    void takesTheGreatestDatagram() {
        assertThat(Datagrams.ethernet(1, ByteBuffer.allocate(65_507))).hasSize(65_549);
    }

    @Test
    void refusesMore() {
        assertThatThrownBy(() -> Datagrams.ethernet(1, ByteBuffer.allocate(65_508)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int sum(ByteBuffer packet, int from, int length, int start) {
        int sum = start;
        for (int at = from; at < from + length; at += 2) {
            int low = at + 1 < from + length ? packet.get(at + 1) & 0xff : 0;
            sum += (packet.get(at) & 0xff) << 8 | low;
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return sum;
    }
}
