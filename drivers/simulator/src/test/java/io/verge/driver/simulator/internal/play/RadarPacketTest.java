package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RadarPacketTest {
    private static final Reflection ONE = new Reflection(-3.5, 42.25, -5.5, -8.25, 17.3);

    @Test
    void beginsWithTheMagicWord() {
        byte[] magic = new byte[8];
        packet(List.of(ONE)).get(magic);
        assertThat(magic).containsExactly(2, 1, 4, 3, 6, 5, 8, 7);
    }

    @Test
    void tellsItsOwnLength() {
        ByteBuffer packet = packet(List.of(ONE, ONE, ONE));
        assertThat(packet.getInt(12)).isEqualTo(packet.remaining());
    }

    @Test
    void isPaddedTo32Octets() {
        assertThat(Stream.iterate(0, points -> points < 60, points -> points + 1)
                        .map(points -> packet(Collections.nCopies(points, ONE)).remaining() % 32))
                .containsOnly(0);
    }

    @Test
    void countsFramesAndPoints() {
        ByteBuffer packet = packet(List.of(ONE, ONE));
        assertThat(List.of(packet.getInt(20), packet.getInt(28))).containsExactly(7, 2);
    }

    @Test
    void itsBlocksEndWithinThePadding() {
        for (int points : new int[] {0, 1, 2, 17, 250}) {
            ByteBuffer packet = packet(Collections.nCopies(points, ONE));
            int at = 40;
            for (int block = 0; block < packet.getInt(32); block++) {
                at += 8 + packet.getInt(at + 4);
            }
            assertThat(packet.remaining() - at).as("%d points", points).isBetween(0, 31);
        }
    }

    @Test
    void theFirstBlockHoldsThePoints() {
        ByteBuffer packet = packet(List.of(ONE));
        assertThat(List.of(packet.getInt(40), packet.getInt(44))).containsExactly(1, 16);
        assertThat(List.of(packet.getFloat(48), packet.getFloat(52), packet.getFloat(56), packet.getFloat(60)))
                .containsExactly(-3.5f, 42.25f, -5.5f, -8.25f);
    }

    @Test
    void theSecondBlockHoldsTheirStrengthInTenthsOfADecibel() {
        ByteBuffer packet = packet(List.of(ONE));
        assertThat(List.of(packet.getInt(64), packet.getInt(68))).containsExactly(7, 4);
        assertThat(packet.getShort(72)).isEqualTo((short) 173);
    }

    @Test
    void anEmptyFrameHasAnEmptyBlockOfPointsAndNoneOfStrength() {
        ByteBuffer packet = packet(List.of());
        assertThat(List.of(packet.getInt(32), packet.getInt(40), packet.getInt(44), packet.getInt(48)))
                .containsExactly(3, 1, 0, 6);
    }

    private static ByteBuffer packet(List<Reflection> points) {
        return RadarPacket.of(7, 350, points).order(ByteOrder.LITTLE_ENDIAN);
    }
}
