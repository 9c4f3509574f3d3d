package io.verge.driver.simulator.internal.play;

import io.verge.driver.simulator.internal.world.SignalPlan;
import io.verge.driver.simulator.internal.world.SignalPlan.Aspect;
import io.verge.driver.simulator.internal.world.SignalPlan.Colour;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.IntFunction;

/**
 * The broadcast of a signal controller, 245 octets, big-endian. Phases 1 to 4 are the vehicles of arms 1 to 4; the walk of a
 * phase goes with its traffic and is that across the next arm counterclockwise: 4, 1, 2, 3.
 *
 * <pre>
 *   0 CD | 1 blocks: 16 × {number, vehicle min, max, pedestrian min, max, overlap min, max}, tenths of a second
 *   210 reds, yellows, greens, don't walks, clears, walks: a bit a phase | 222 overlaps, flashing: none
 *   232 status, plan, version and flags, sequence | 236 second of the day, milliseconds | 241 calls
 * </pre>
 */
final class TscbmPacket {
    static final int LENGTH = 245;

    private static final int BLOCKS = 16;
    private static final int PHASES = 4;
    private static final byte VERSION = 0x10;

    private TscbmPacket() {}

    /** The arm that those cross on foot who walk with a phase. */
    static int crossed(int phase) {
        return (phase + 2) % PHASES + 1;
    }

    /**
     * One packet.
     *
     * @param planMillis of the signal plan
     * @param upMillis since the controller was started
     */
    static ByteBuffer of(long planMillis, Instant time, long upMillis) {
        ByteBuffer packet = ByteBuffer.allocate(LENGTH).put((byte) 0xCD).put((byte) BLOCKS);
        for (int phase = 1; phase <= BLOCKS; phase++) {
            packet.put((byte) phase);
            if (phase <= PHASES) {
                twice(packet, SignalPlan.vehicles(phase, planMillis));
                twice(packet, SignalPlan.pedestrians(crossed(phase), planMillis));
                packet.putInt(0);
            } else {
                packet.putLong(0).putInt(0);
            }
        }
        lamps(packet, phase -> SignalPlan.vehicles(phase, planMillis));
        lamps(packet, phase -> SignalPlan.pedestrians(crossed(phase), planMillis));
        packet.put(new byte[10]).put((byte) 0).put((byte) 1).put(VERSION).put((byte) (upMillis / 100));
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        int second = utc.toLocalTime().toSecondOfDay();
        packet.put((byte) (second >> 16)).putShort((short) second);
        return packet.putShort((short) (utc.getNano() / 1_000_000)).putInt(0).flip();
    }

    private static void twice(ByteBuffer packet, Aspect aspect) {
        short tenths = (short) ((aspect.left() + 50) / 100);
        packet.putShort(tenths).putShort(tenths);
    }

    private static void lamps(ByteBuffer packet, IntFunction<Aspect> aspects) {
        packet.putShort(bits(Colour.RED, aspects));
        packet.putShort(bits(Colour.YELLOW, aspects));
        packet.putShort(bits(Colour.GREEN, aspects));
    }

    /** Which of the phases show this: a bit each, the first the lowest. */
    static short bits(Colour colour, IntFunction<Aspect> aspects) {
        int bits = 0;
        for (int phase = 1; phase <= PHASES; phase++) {
            if (aspects.apply(phase).colour() == colour) {
                bits |= 1 << (phase - 1);
            }
        }
        return (short) bits;
    }
}
