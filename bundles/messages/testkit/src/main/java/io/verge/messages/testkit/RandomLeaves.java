package io.verge.messages.testkit;

import io.verge.messages.compiler.Schema;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random values of types without components: often at a bound, sometimes beside it, never beyond.
 *
 * <p>For use by one thread.
 */
final class RandomLeaves {
    /** Most octets of a string without an upper bound: enough for a length determinant of two octets. */
    private static final int LONG_STRING = 200;

    private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final SplittableRandom random;
    private final boolean outsideRoots;
    private boolean belowLargeRoot;

    RandomLeaves(SplittableRandom random, boolean outsideRoots) {
        this.random = random;
        this.outsideRoots = outsideRoots;
    }

    /** See {@link RandomValues#lastIsBelowLargeRoot}. */
    boolean belowLargeRoot() {
        return belowLargeRoot;
    }

    /** Forgets what was drawn for the last value. */
    void begin() {
        belowLargeRoot = false;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** An integer of a type; of an extensible one sometimes outside its root. */
    BigInteger integer(Schema.Int type) {
        BigInteger lower = type.lower() == null ? LOWEST : type.lower();
        BigInteger upper = type.upper() == null ? HIGHEST : type.upper();
        if (outsideRoots && type.extensible() && oneIn(4)) {
            return oneIn(2) ? upper.add(BigInteger.valueOf(1 + random.nextInt(300))) : outsideBelow(lower);
        }
        return between(lower, upper);
    }

    private BigInteger outsideBelow(BigInteger lower) {
        return lower.subtract(BigInteger.ONE).subtract(BigInteger.valueOf(random.nextInt(70_000)));
    }

    BigInteger between(BigInteger lower, BigInteger upper) {
        BigInteger range = upper.subtract(lower);
        return switch (random.nextInt(8)) {
            case 0 -> lower;
            case 1 -> upper;
            case 2 -> lower.add(range.min(BigInteger.ONE));
            case 3 -> upper.subtract(range.min(BigInteger.ONE));
            case 4 -> lower.add(range.shiftRight(random.nextInt(Math.max(1, range.bitLength()))));
            default -> lower.add(uniform(range));
        };
    }

    private BigInteger uniform(BigInteger range) {
        BigInteger bits = BigInteger.valueOf(random.nextLong())
                .and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        return bits.mod(range.add(BigInteger.ONE));
    }

    /**
     * A number of elements.
     *
     * @param most limit for a size without an upper bound or with a large one; a lower bound goes before it
     */
    int size(Schema.Size size, int most) {
        Integer bound = size.upper();
        if (outsideRoots && size.extensible() && oneIn(8)) {
            int outside = bound == null || oneIn(3) ? size.lower() - 1 : bound + 1 + random.nextInt(3);
            if (outside >= 0 && outside <= Math.max(most, size.lower())) {
                belowLargeRoot |= outside < size.lower() && bound != null && bound >= 127;
                return outside;
            }
        }
        int upper = Math.max(size.lower(), Math.min(most, bound == null ? most : bound));
        return switch (random.nextInt(8)) {
            case 0, 1 -> size.lower();
            case 2 -> upper;
            case 3 -> size.lower() + random.nextInt(upper - size.lower() + 1);
            default -> size.lower() + random.nextInt(Math.min(4, upper - size.lower()) + 1);
        };
    }

    private int stringSize(Schema.Size size, int budget) {
        return size(size, Math.max(0, Math.min(budget, LONG_STRING)));
    }

    /** Bits; with named bits in the size that is canonical for them. */
    Value.Bits bits(Schema.Bits type, int budget) {
        int size = stringSize(type.size(), 8 * budget);
        int style = random.nextInt(4);
        StringBuilder digits = new StringBuilder(IntStream.range(0, size)
                .mapToObj(i -> style == 0 ? "0" : style == 1 ? "1" : random.nextInt(2) == 0 ? "0" : "1")
                .collect(Collectors.joining()));
        if (type.named()) {
            while (digits.length() > type.size().lower() && digits.charAt(digits.length() - 1) == '0') {
                digits.setLength(digits.length() - 1);
            }
            while (digits.length() < type.size().lower()) {
                digits.append('0');
            }
        }
        return new Value.Bits(digits.toString(), type.size().fixed());
    }

    Value.Bytes octets(Schema.OctetString type, int budget) {
        return new Value.Bytes(hex(stringSize(type.size(), budget)));
    }

    /** Hexadecimal digits of random octets. */
    String hex(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The content of a type that nobody knows: one octet at least. */
    Value.UnknownOpen unknown() {
        return new Value.UnknownOpen(hex(oneIn(12) ? 127 + random.nextInt(3) : 1 + random.nextInt(9)));
    }

    Value.Text text(Schema.Text type, int budget) {
        int size = stringSize(type.size(), budget);
        boolean utf8 = type.kind().equals("UTF8String");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.appendCodePoint(utf8 ? anyCharacter() : character(type));
        }
        return new Value.Text(text.toString(), utf8);
    }

    private int anyCharacter() {
        return switch (random.nextInt(8)) {
            case 0 -> 0x80 + random.nextInt(0x780);
            case 1 -> 0x4E00 + random.nextInt(0x5000);
            case 2 -> 0x1F600 + random.nextInt(0x40);
            default -> ' ' + random.nextInt(95);
        };
    }

    private int character(Schema.Text type) {
        String alphabet = type.alphabet();
        if (alphabet != null) {
            return alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return type.kind().equals("IA5String") && oneIn(8) ? random.nextInt(128) : ' ' + random.nextInt(95);
    }

    Value.ObjectId objectIdentifier(boolean relative) {
        String first = relative ? "" : oneIn(2) ? "1." + random.nextInt(40) + "." : "2." + random.nextInt(1000) + ".";
        return new Value.ObjectId(first
                + IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> Long.toString(random.nextLong(1L << (1 + random.nextInt(40)))))
                        .collect(Collectors.joining(".")));
    }
}
