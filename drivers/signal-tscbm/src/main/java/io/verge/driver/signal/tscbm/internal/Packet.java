package io.verge.driver.signal.tscbm.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The octets of one packet, all big-endian. Valid while its buffer is.
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><td>0</td><td>0xCD</td></tr>
 * <tr><td>1</td><td>number of blocks, 16</td></tr>
 * <tr><td>2 + 13 i</td><td>block: number 1 to 16; vehicle, pedestrian and overlap times, each least and greatest, 0.1 s</td></tr>
 * <tr><td>210…220</td><td>phases: reds, yellows, greens, don't walks, pedestrian clears, walks; bit 0 is phase 1</td></tr>
 * <tr><td>222…226</td><td>overlaps: reds, yellows, greens</td></tr>
 * <tr><td>228, 230</td><td>phases and overlaps that flash</td></tr>
 * <tr><td>232</td><td>status of the intersection</td></tr>
 * <tr><td>233</td><td>time base action plan</td></tr>
 * <tr><td>234</td><td>message version (5 bits), discontinuous change (3 bits)</td></tr>
 * <tr><td>235</td><td>sequence: low octet of the uptime in 0.1 s</td></tr>
 * <tr><td>236, 239</td><td>second of the day (3 octets), milliseconds (2)</td></tr>
 * <tr><td>241, 243</td><td>pedestrian calls, in the long form only</td></tr>
 * </table>
 */
final class Packet {
    static final int SHORT_FORM = 241;
    static final int LONG_FORM = 245;
    /** A time that the controller does not know. */
    static final int UNKNOWN = 0xffff;

    static final int BLOCKS = 16;

    private static final int START = 0xcd;
    private static final int FIRST_BLOCK = 2;
    private static final int BLOCK = 13;
    private static final int STATUS = 232;
    private static final int PLAN = 233;
    private static final int VERSION = 234;
    private static final int SEQUENCE = 235;
    private static final int SECOND_OF_DAY = 236;
    private static final int MILLISECOND = 239;

    private final ByteBuffer octets;
    /** Of each phase or overlap, by its number, where its block begins. */
    private final int[] blocks = new int[BLOCKS + 1];

    /** What is wrong with a packet. */
    enum Fault {
        NONE,
        LENGTH,
        START,
        BLOCKS
    }

    /**
     * @param octets from the position to the limit
     */
    Packet(ByteBuffer octets) {
        this.octets = octets.slice().order(ByteOrder.BIG_ENDIAN);
    }

    /** Looks whether this is a packet at all; other methods may be called only after NONE. */
    Fault check() {
        int length = octets.limit();
        if (length != SHORT_FORM && length != LONG_FORM) {
            return Fault.LENGTH;
        }
        if (octet(0) != START) {
            return Fault.START;
        }
        if (octet(1) != BLOCKS) {
            return Fault.BLOCKS;
        }
        for (int at = FIRST_BLOCK; at < FIRST_BLOCK + BLOCKS * BLOCK; at += BLOCK) {
            int number = octet(at);
            if (number < 1 || number > BLOCKS || blocks[number] != 0) {
                return Fault.BLOCKS;
            }
            blocks[number] = at;
        }
        return Fault.NONE;
    }

    int length() {
        return octets.limit();
    }

    /** A number of a phase's or overlap's block, 0 to 65535. */
    int ofBlock(int number, int offset) {
        return octets.getShort(blocks[number] + offset) & 0xffff;
    }

    /** The bit of a phase or overlap, 1 to 16, in the two octets there. */
    boolean bit(int offset, int number) {
        return (octets.getShort(offset) >> (number - 1) & 1) != 0;
    }

    int status() {
        return octet(STATUS);
    }

    int plan() {
        return octet(PLAN);
    }

    int version() {
        return octet(VERSION) >> 3;
    }

    int sequence() {
        return octet(SEQUENCE);
    }

    /** As sent; more than 86,399 when the controller's clock is not right. */
    int secondOfDay() {
        return octet(SECOND_OF_DAY) << 16 | (octets.getShort(SECOND_OF_DAY + 1) & 0xffff);
    }

    /** As sent; more than 999 when the controller's clock is not right. */
    int millisecond() {
        return octets.getShort(MILLISECOND) & 0xffff;
    }

    private int octet(int offset) {
        return octets.get(offset) & 0xff;
    }
}
