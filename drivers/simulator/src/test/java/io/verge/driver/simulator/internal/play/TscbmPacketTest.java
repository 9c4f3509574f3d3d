package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.driver.simulator.internal.world.Layout;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TscbmPacketTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:01.250Z");

    @Test
    void has245Octets() {
        assertThat(packet(0).remaining()).isEqualTo(245);
    }

    @Test
    void beginsWithItsMarkAndTheNumberOfBlocks() {
        assertThat(List.of(packet(0).get(0), packet(0).get(1))).containsExactly((byte) 0xCD, (byte) 16);
    }

    @Test
    void numbersItsBlocks() {
        ByteBuffer packet = packet(0);
        for (int block = 0; block < 16; block++) {
            assertThat(packet.get(2 + 13 * block)).isEqualTo((byte) (block + 1));
        }
    }

    @Test
    void atTheBeginOfThePlanTheNorthHasGreenAlone() {
        ByteBuffer packet = packet(0);
        assertThat(List.of(packet.getShort(210), packet.getShort(212), packet.getShort(214)))
                .containsExactly((short) 0b1110, (short) 0, (short) 0b0001);
    }

    @Test
    void thoseWhoCrossTheWestWalkWithTheNorth() {
        ByteBuffer packet = packet(0);
        assertThat(List.of(packet.getShort(216), packet.getShort(218), packet.getShort(220)))
                .containsExactly((short) 0b1110, (short) 0, (short) 0b0001);
        assertThat(TscbmPacket.crossed(1)).isEqualTo(4);
    }

    @Test
    void tellsTheTenthsUntilTheGreenOfTheNorthEnds() {
        ByteBuffer packet = packet(10_000);
        assertThat(List.of(packet.getShort(3), packet.getShort(5))).containsExactly((short) 120, (short) 120);
    }

    @Test
    void tellsTheTenthsUntilTheSouthGetsGreen() {
        assertThat(packet(1_000).getShort(2 + 2 * 13 + 1)).isEqualTo((short) 60);
    }

    @Test
    void tellsTheTimeOfTheDay() {
        ByteBuffer packet = packet(0);
        int second = Byte.toUnsignedInt(packet.get(236)) << 16 | Short.toUnsignedInt(packet.getShort(237));
        assertThat(List.of(second, (int) packet.getShort(239))).containsExactly(12 * 3600 + 1, 250);
    }

    @Test
    void numbersItselfByItsUptime() {
        assertThat(TscbmPacket.of(0, NOON, 30_000).get(235)).isEqualTo((byte) 300);
    }

    @Test
    void hasAPhaseForEachArm() {
        assertThat(Layout.vehicleGroup(4)).isEqualTo(4);
        assertThat(List.of(1, 2, 3, 4)).map(TscbmPacket::crossed).containsExactly(4, 1, 2, 3);
    }

    private static ByteBuffer packet(long millis) {
        return TscbmPacket.of(millis, NOON, 0);
    }
}
