package io.verge.messages.etsi;

import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a secured packet: an Ieee1609Dot2Data of IEEE 1609.2 (TS 103 097) in COER. Its octets are kept as they
 * are, since a signature covers them; no signature is checked here. When the data is signed and not encrypted, what
 * was signed can be read. Equal when the octets are equal.
 */
public final class Secured implements GeoNetworkingPacket.Body {
    /** Version of the structures of IEEE 1609.2. */
    private static final int VERSION = 3;
    /** Choice of Ieee1609Dot2Content: unsecuredData. */
    private static final int UNSECURED = 0x80;
    /** Choice of Ieee1609Dot2Content: signedData. */
    private static final int SIGNED = 0x81;
    /** Presence bits of SignedDataPayload: data and no hash of external data. */
    private static final int DATA_ONLY = 0x40;

    private static final int LONG_LENGTH = 0x80;
    private static final int MAX_LENGTH_OCTETS = 3;

    private final Octets octets;
    private final @Nullable Inner inner;

    private Secured(Octets octets, @Nullable Inner inner) {
        this.octets = octets;
        this.inner = inner;
    }

    /**
     * The body with these octets.
     *
     * @throws CodecException when the form of the data is known and damaged. Signer and signature are not looked at
     */
    public static Secured of(Octets octets) throws CodecException {
        return at(0, octets);
    }

    /** Like {@link #of}, for octets that begin at a bit of a packet. */
    static Secured at(long bit, Octets octets) throws CodecException {
        byte[] array = octets.toByteArray();
        try {
            return new Secured(octets, find(array, new OctetFieldReader(array)));
        } catch (CodecException e) {
            throw moved(e, bit);
        }
    }

    private static CodecException moved(CodecException e, long bits) {
        return CodecException.atBit(e.bit() + bits, e.reason()).in(e.path());
    }

    private static @Nullable Inner find(byte[] array, OctetFieldReader in) throws CodecException {
        if (in.number("secured.protocolVersion", 8) != VERSION) {
            return null;
        }
        int content = in.number("secured.content", 8);
        if (content == SIGNED) {
            boolean known = in.number("secured.hashId", 8) < LONG_LENGTH
                    && in.number("secured.payload", 8) == DATA_ONLY
                    && in.number("secured.payload.data.protocolVersion", 8) == VERSION
                    && in.number("secured.payload.data.content", 8) == UNSECURED;
            if (!known) {
                return null;
            }
        } else if (content != UNSECURED) {
            return null;
        }
        return unsecured(array, in, content == UNSECURED);
    }

    private static Inner unsecured(byte[] array, OctetFieldReader in, boolean last) throws CodecException {
        long at = in.position();
        long length = in.number("secured.unsecuredData", 8);
        if (length >= LONG_LENGTH) {
            int octets = (int) (length - LONG_LENGTH);
            if (octets < 1 || octets > MAX_LENGTH_OCTETS) {
                throw CodecException.atBit(
                                at, "a length in " + octets + " octets, 1.." + MAX_LENGTH_OCTETS + " supported")
                        .in(".secured.unsecuredData");
            }
            length = in.unsigned("secured.unsecuredData", Byte.SIZE * octets);
        }
        if (length > in.remaining() || (last && length < in.remaining())) {
            throw CodecException.atBit(at, length + " octets announced, " + in.remaining() + " there")
                    .in(".secured.unsecuredData");
        }
        long start = in.position();
        try {
            return Inner.decode(new OctetFieldReader(array, (int) (start / Byte.SIZE), (int) length));
        } catch (CodecException e) {
            throw moved(e, start);
        }
    }

    /** The whole data, signature included. */
    public Octets octets() {
        return octets;
    }

    /** What was signed, not verified; empty when the data is encrypted, or of a form that is not known. */
    public Optional<Inner> inner() {
        return Optional.ofNullable(inner);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secured that && octets.equals(that.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode();
    }

    @Override
    public String toString() {
        return "Secured[" + octets + "]";
    }
}
