package io.verge.messages.csae;

import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;

/**
 * The p-encoding of application identifiers (IEEE 1609.3): the leading bits give the number of octets, and every
 * length begins where the shorter one ends, so that each number has one encoding.
 *
 * <table>
 * <caption>Octets by number</caption>
 * <tr><th>octets</th><th>encoding</th><th>numbers</th></tr>
 * <tr><td>1</td><td>00..7F</td><td>0..127</td></tr>
 * <tr><td>2</td><td>8000..BFFF</td><td>128..16511</td></tr>
 * <tr><td>3</td><td>C00000..DFFFFF</td><td>16512..2113663</td></tr>
 * <tr><td>4</td><td>E0000000..EFFFFFFF</td><td>2113664..270549119</td></tr>
 * </table>
 */
final class Aid {
    /** Highest number. */
    static final long MAXIMUM = 270_549_119;

    private static final int MAX_OCTETS = 4;
    /** First number of each length, and the end of the last. */
    private static final long[] FIRST = {0, 128, 16_512, 2_113_664, MAXIMUM + 1};

    private Aid() {}

    static long decode(BitReader in) throws CodecException {
        int octets = 1;
        while (in.bit()) {
            if (++octets > MAX_OCTETS) {
                throw CodecException.atBit(in.position() - MAX_OCTETS, "an AID of more than 4 octets");
            }
        }
        int width = 7 * octets;
        return FIRST[octets - 1] + in.integer(0L, (1L << width) - 1, width);
    }

    static void encode(BitWriter out, long aid) throws CodecException {
        if (aid < 0 || aid > MAXIMUM) {
            throw CodecException.because("value " + aid + " of 0.." + MAXIMUM);
        }
        int octets = 1;
        while (aid >= FIRST[octets]) {
            out.bit(true);
            octets++;
        }
        out.bit(false);
        int width = 7 * octets;
        out.integer(aid - FIRST[octets - 1], 0L, (1L << width) - 1, width);
    }
}
