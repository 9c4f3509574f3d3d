package io.verge.messages.facilities;

import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in the generated types of another edition: what is alike there, bit for bit, is carried over as bits. */
public final class Translation {
    private final BitWriter bits = new BitWriter();

    /** How a generated type writes itself. */
    @FunctionalInterface
    public interface Encoder<A> {
        /** Writes a value. */
        void encode(A value, BitWriter out) throws CodecException;
    }

    /** One type of an edition as that of the other. */
    @FunctionalInterface
    public interface Part<A, B> {
        /** The same in the other edition. */
        B of(A value) throws CodecException;
    }

    /** A value that is alike in both editions. */
    public <A, B> B same(A value, Encoder<A> encoder, Codec.Decoder<B> decoder) throws CodecException {
        bits.clear();
        encoder.encode(value, bits);
        byte[] octets = bits.toByteArray();
        return decoder.decode(new BitReader(octets, 0, octets.length));
    }

    /** Each of a list, in order. */
    public static <A, B> List<B> each(List<A> values, Part<A, B> part) throws CodecException {
        List<B> result = new ArrayList<>(values.size());
        for (A value : values) {
            result.add(part.of(value));
        }
        return result;
    }

    /** Each of a list that may be absent. */
    public static <A, B> @Nullable List<B> all(@Nullable List<A> values, Part<A, B> part) throws CodecException {
        return values == null ? null : each(values, part);
    }
}
