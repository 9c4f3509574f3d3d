package io.verge.benchmarks.messages;

import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;

/**
 * A message to measure, with the codec of its frame. For use by one thread: it keeps a reader and a writer
 * as an application does that receives and sends many messages.
 *
 * @param <T> type of the frame
 */
final class Sample<T> {
    private final Codec<T> codec;
    private final T message;
    private final byte[] octets;
    private final BitReader in;
    private final BitWriter out = new BitWriter();

    private Sample(Codec<T> codec, T message) throws CodecException {
        this.codec = codec;
        this.message = message;
        this.octets = codec.encode(message);
        this.in = new BitReader(octets, 0, octets.length);
        if (!decode().equals(message)) {
            throw new IllegalStateException("decoded otherwise than built: " + message);
        }
    }

    /** Builds the sample of a kind. */
    static Sample<?> of(SampleKind kind) throws CodecException {
        return switch (kind) {
            case BSM -> csae(CsaeSamples.bsm());
            case SPAT -> csae(CsaeSamples.spat());
            case MAP -> csae(CsaeMapSample.map());
            case RSM -> csae(CsaeSamples.rsm());
            case J2735_MAP -> sae(SaeMapSample.map());
            case J2735_SPAT -> sae(SaeSamples.spat());
            case SDSM -> sae(SaeSamples.sdsm());
            case CAM -> new Sample<>(EtsiSamples.CAM_CODEC, EtsiSamples.cam());
            case DENM -> new Sample<>(EtsiSamples.DENM_CODEC, EtsiSamples.denm());
        };
    }

    private static Sample<?> csae(io.verge.messages.csae.edition2019.MessageFrame frame) throws CodecException {
        return new Sample<>(CsaeSamples.CODEC, frame);
    }

    private static Sample<?> sae(io.verge.messages.sae.j2735.MessageFrame frame) throws CodecException {
        return new Sample<>(SaeSamples.CODEC, frame);
    }

    /** Decodes {@link #octets}. */
    T decode() throws CodecException {
        in.reset(octets, 0, octets.length);
        return codec.decode(in);
    }

    /** Encodes the message. */
    byte[] encode() throws CodecException {
        return codec.encode(message, out);
    }

    /** The encoded message; not a copy. */
    byte[] octets() {
        return octets;
    }
}
