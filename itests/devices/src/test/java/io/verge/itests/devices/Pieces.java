package io.verge.itests.devices;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An input cut as the fuzzer chooses: the first octet says how many lengths follow, 0 to 15; the lengths, an octet each, are
 * used again and again; the rest is what is cut. A length of 0, or none at all, stands for all that is left.
 *
 * @param list in order; together the whole
 */
public record Pieces(List<ByteBuffer> list) {
    private static final int MOST_LENGTHS = 15;

    public Pieces {
        list = List.copyOf(list);
    }

    /** Cuts an input. */
    public static Pieces of(byte[] input) {
        int lengths = lengths(input);
        List<ByteBuffer> pieces = new ArrayList<>();
        int at = Math.min(input.length, 1 + lengths);
        for (int i = 0; at < input.length; i++) {
            int length = lengths == 0 ? 0 : input[1 + i % lengths] & 0xff;
            int end = length == 0 ? input.length : Math.min(input.length, at + length);
            pieces.add(ByteBuffer.wrap(Arrays.copyOfRange(input, at, end)));
            at = end;
        }
        return new Pieces(pieces);
    }

    /** What is cut, in one. */
    public static byte[] whole(byte[] input) {
        return Arrays.copyOfRange(input, Math.min(input.length, 1 + lengths(input)), input.length);
    }

    /** What stands before a seed so that it is cut after these lengths, again and again. */
    public static byte[] lengths(int... lengths) {
        byte[] head = new byte[1 + lengths.length];
        head[0] = (byte) lengths.length;
        for (int i = 0; i < lengths.length; i++) {
            head[1 + i] = (byte) lengths[i];
        }
        return head;
    }

    private static int lengths(byte[] input) {
        return input.length == 0 ? 0 : Math.min(input[0] & MOST_LENGTHS, input.length - 1);
    }
}
