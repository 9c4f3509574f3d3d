package io.verge.messages.uper;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Objects;

/**
 * Everything that can be done with one generated type, for callers that learn the type's name at run time.
 * Safe for use by many threads.
 *
 * @param <T> the generated type
 * @param name its ASN.1 name, the first word of every error
 */
public record Codec<T>(String name, Decoder<T> decoder, Encoder<T> encoder, FromJson<T> fromJson, ToJson<T> toJson) {

    /** Reads one value. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(BitReader in) throws CodecException;
    }

    /** Writes one value. */
    @FunctionalInterface
    public interface Encoder<T> {
        void encode(BitWriter out, T value) throws CodecException;
    }

    /** Reads one value from JSON. */
    @FunctionalInterface
    public interface FromJson<T> {
        T read(JerReader in) throws CodecException;
    }

    /** Writes one value as JSON. */
    @FunctionalInterface
    public interface ToJson<T> {
        void write(JerWriter out, T value) throws IOException;
    }

    public Codec {
        Objects.requireNonNull(name, "name");
    }

    /**
     * Decodes a complete message.
     *
     * @throws CodecException when it is damaged, or when octets are left over
     */
    public T decode(byte[] message) throws CodecException {
        return decode(new BitReader(message, 0, message.length));
    }

    /** Decodes a complete message: the reader must be at its start, and at its end afterwards. */
    public T decode(BitReader in) throws CodecException {
        try {
            T value = decoder.decode(in);
            in.finish();
            return value;
        } catch (CodecException e) {
            throw e.in(name);
        }
    }

    /** Encodes a complete message, padded with zero bits to whole octets. */
    public byte[] encode(T value) throws CodecException {
        return encode(value, new BitWriter());
    }

    /** Encodes a complete message with a writer that is cleared first and can be used again. */
    public byte[] encode(T value, BitWriter out) throws CodecException {
        try {
            out.clear();
            encoder.encode(out, value);
            return out.toByteArray();
        } catch (CodecException e) {
            throw e.in(name);
        }
    }

    /** Reads a value from JSON text (X.697). */
    public T parseJson(String json) throws CodecException {
        try (JerReader in = new JerReader(json)) {
            T value = fromJson.read(in);
            in.finish();
            return value;
        } catch (CodecException e) {
            throw e.in(name);
        }
    }

    /** Writes a value as JSON text (X.697), on one line. */
    public String formatJson(T value) {
        StringWriter text = new StringWriter();
        try (JerWriter out = new JerWriter(text)) {
            toJson.write(out, value);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }
}
