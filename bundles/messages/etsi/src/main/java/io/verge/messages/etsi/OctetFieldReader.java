package io.verge.messages.etsi;

import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;

/** Reads fields from octets, most significant bit first, and never beyond their end. */
final class OctetFieldReader implements FieldReader {
    private final BitReader in;

    OctetFieldReader(byte[] octets) {
        this(octets, 0, octets.length);
    }

    OctetFieldReader(byte[] octets, int offset, int length) {
        in = new BitReader(octets, offset, length);
    }

    @Override
    public <T> T nested(String field, Structure<T> structure) throws CodecException {
        try {
            return structure.decode(this);
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public long unsigned(String field, int width, long maximum) throws CodecException {
        try {
            return width < Integer.SIZE ? in.integer(0, (int) maximum, width) : in.integer(0L, maximum, width);
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public int signed(String field, int width) throws CodecException {
        int unused = Long.SIZE - width;
        return (int) (unsigned(field, width) << unused >> unused);
    }

    @Override
    public boolean flag(String field) throws CodecException {
        return unsigned(field, 1) != 0;
    }

    @Override
    public int index(String field, int width, String[] texts) throws CodecException {
        return (int) unsigned(field, width, texts.length - 1L);
    }

    @Override
    public Octets octets(String field, int length) throws CodecException {
        try {
            return in.octets(length);
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public int reserved(String field, int width) throws CodecException {
        return number(field, width);
    }

    @Override
    public int length(String field) throws CodecException {
        return number(field, Short.SIZE);
    }

    /** All that is left. */
    Octets rest() throws CodecException {
        return in.octets(remaining());
    }

    /** Number of octets that are left. */
    int remaining() {
        return (int) (in.remaining() / Byte.SIZE);
    }

    /** Offset of the next bit. */
    long position() {
        return in.position();
    }
}
