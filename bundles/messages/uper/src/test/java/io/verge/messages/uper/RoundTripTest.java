package io.verge.messages.uper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is written is read, at any bit of the message. */
class RoundTripTest {
    /** A number with so many bits. */
    record Sized(long value, int width) {}

    @Provide
    Arbitrary<List<Sized>> fields() {
        Arbitrary<Integer> widths = Arbitraries.integers().between(0, 64);
        return Combinators.combine(Arbitraries.longs(), widths)
                .as((value, width) -> new Sized(width == 0 ? 0 : value >>> (64 - width), width))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void fixedWidths(@ForAll("fields") List<Sized> fields) throws CodecException {
        BitWriter out = new BitWriter();
        for (Sized field : fields) {
            out.bits(field.value, field.width);
        }
        BitReader in = over(out);
        List<Sized> read = new ArrayList<>();
        for (Sized field : fields) {
            read.add(new Sized(in.wideBits(field.width), field.width));
        }
        assertThat(read).isEqualTo(fields);
        assertThat(in.remaining()).isLessThan(9);
    }

    private static BitReader over(BitWriter out) throws CodecException {
        byte[] message = out.toByteArray();
        return new BitReader(message, 0, message.length);
    }

    @Property
    void integersOfEveryKind(@ForAll long value, @ForAll long bound, @ForAll @IntRange(max = 7) int shift)
            throws CodecException {
        BitWriter out = new BitWriter();
        out.bits(0, shift);
        out.unconstrained(value);
        long lower = Math.min(value, bound);
        boolean fits = value - lower >= 0;
        if (fits) {
            out.semiConstrained(value, lower);
        }
        out.extensibleInteger(value, 0, 127, 7);
        BitReader in = over(out);
        in.wideBits(shift);
        assertThat(in.unconstrained()).isEqualTo(value);
        if (fits) {
            assertThat(in.semiConstrained(lower)).isEqualTo(value);
        }
        assertThat(in.bit() ? in.unconstrained() : in.integer(0L, 127L, 7)).isEqualTo(value);
    }

    @Property(tries = 200)
    void stringsOfAnyLength(@ForAll @IntRange(max = 70_000) int length, @ForAll @IntRange(max = 7) int shift)
            throws CodecException {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (i * 31);
        }
        BitWriter out = new BitWriter();
        out.bits(0, shift);
        out.octetsAtLeast(Octets.copyOf(octets), 0);
        out.bitStringAtLeast(BitString.copyOf(octets, 8 * length), 0);
        long content = out.enterOpen();
        out.bits(1, 1);
        out.octetsAtLeast(Octets.copyOf(octets), 0);
        out.leaveOpen(content);
        out.bit(true);
        BitReader in = over(out);
        in.wideBits(shift);
        assertThat(in.octets().toByteArray()).isEqualTo(octets);
        assertThat(in.bitString().toByteArray()).isEqualTo(octets);
        long end = in.enterOpen();
        assertThat(in.bit()).isTrue();
        assertThat(in.octets().toByteArray()).isEqualTo(octets);
        in.leaveOpen(end, 7);
        assertThat(in.bit()).isTrue();
    }

    @Property
    void bitStringsKeepTheirBits(@ForAll @IntRange(max = 200) int length, @ForAll long seed) {
        byte[] octets = new byte[(length + 7) / 8];
        new java.util.SplittableRandom(seed).nextBytes(octets);
        BitString bits = BitString.copyOf(octets, length);
        assertThat(bits.toString()).hasSize(length);
        assertThat(BitString.copyOf(bits.toByteArray(), length)).isEqualTo(bits);
        BitString fitted = BitString.named(bits, length / 2);
        assertThat(fitted.length()).isBetween(length / 2, length);
        for (int i = 0; i < length; i++) {
            assertThat(fitted.get(i)).isEqualTo(bits.get(i));
        }
    }
}
