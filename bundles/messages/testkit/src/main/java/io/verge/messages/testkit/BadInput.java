package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The rules for any octets at all: a value or a {@link CodecException} that names the message and the place,
 * nothing else; never more memory than 16 times the input plus 64 KiB; and a value that was accepted can be
 * encoded, means the same when it is decoded again, and survives JSON.
 */
public final class BadInput {
    private static final long FACTOR = 16;
    private static final long ALLOWANCE = 64 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private BadInput() {}

    /**
     * Checks the rules on one input.
     *
     * @return whether it was a message
     */
    public static <T> boolean check(Codec<T> codec, byte[] input) {
        BitReader reader = new BitReader(input, 0, input.length);
        loadClasses(codec, reader);
        reader.reset(input, 0, input.length);
        T value = null;
        CodecException error = null;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            value = codec.decode(reader);
        } catch (CodecException e) {
            error = e;
        }
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(taken).as(() -> "memory for " + hex(input)).isLessThanOrEqualTo(FACTOR * input.length + ALLOWANCE);
        if (value == null) {
            checkError(codec, input, error);
            return false;
        }
        checkValue(codec, input, value);
        return true;
    }

    /** The first decode of a kind also loads classes, which the rule is not about. */
    private static void loadClasses(Codec<?> codec, BitReader reader) {
        try {
            codec.decode(reader);
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void checkError(Codec<?> codec, byte[] input, @Nullable CodecException error) {
        if (error == null) {
            throw new AssertionError("no value and no error for " + hex(input));
        }
        assertThat(error.path()).as("names the message").startsWith(codec.name());
        assertThat(error.bit()).as("names the place").isBetween(0L, 8L * input.length);
        assertThat(error.reason()).as("names the reason").isNotBlank();
    }

    private static <T> void checkValue(Codec<T> codec, byte[] input, T value) {
        try {
            byte[] canonical = codec.encode(value);
            T again = codec.decode(canonical);
            assertThat(again).as(() -> "decoded again: " + hex(input)).isEqualTo(value);
            assertThat(codec.encode(again))
                    .as(() -> "encoded again: " + hex(input))
                    .isEqualTo(canonical);
            T fromJson = codec.parseJson(codec.formatJson(value));
            assertThat(codec.encode(fromJson))
                    .as(() -> "through JSON: " + hex(input))
                    .isEqualTo(canonical);
        } catch (CodecException e) {
            fail("accepted, then refused: " + hex(input), e);
        }
    }

    private static String hex(byte[] input) {
        return input.length <= 4096 ? HexFormat.of().formatHex(input) : input.length + " octets";
    }
}
