package io.verge.agent.cli;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;

/** One way to turn octets into one line of JSON and back. */
record MessageFormat(ToJson decoder, FromJson encoder) {
    /** Octets to one line of JSON. */
    @FunctionalInterface
    interface ToJson {
        String apply(byte[] message) throws CodecException;
    }

    /** JSON to octets. */
    @FunctionalInterface
    interface FromJson {
        byte[] apply(String json) throws CodecException;
    }

    static <T> MessageFormat of(Codec<T> codec) {
        return new MessageFormat(
                message -> codec.formatJson(codec.decode(message)), json -> codec.encode(codec.parseJson(json)));
    }

    String toJson(byte[] message) throws CodecException {
        return decoder.apply(message);
    }

    byte[] fromJson(String json) throws CodecException {
        return encoder.apply(json);
    }
}
