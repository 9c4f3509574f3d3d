package io.verge.messages.etsi;

import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;

/** Writes fields as octets, most significant bit first; a value out of its range is refused. */
final class OctetFieldWriter implements FieldWriter {
    private final BitWriter out = new BitWriter();

    @Override
    public void nested(String field, Structure structure) throws CodecException {
        try {
            structure.encode(this);
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public void unsigned(String field, long value, int width, long maximum) throws CodecException {
        try {
            out.integer(value, 0L, maximum, width);
        } catch (CodecException e) {
            throw e.in("." + field);
        }
    }

    @Override
    public void signed(String field, int value, int width) throws CodecException {
        long limit = 1L << (width - 1);
        if (value < -limit || value >= limit) {
            throw CodecException.because("value " + value + " of " + -limit + ".." + (limit - 1))
                    .in("." + field);
        }
        unsigned(field, value & ((1L << width) - 1), width);
    }

    @Override
    public void flag(String field, boolean value) throws CodecException {
        out.bit(value);
    }

    @Override
    public void index(String field, int value, int width, String[] texts) throws CodecException {
        unsigned(field, value, width, texts.length - 1L);
    }

    @Override
    public void octets(String field, Octets value, int length) throws CodecException {
        if (value.length() != length) {
            throw CodecException.because(value.length() + " octets of " + length)
                    .in("." + field);
        }
        rest(value);
    }

    @Override
    public void reserved(String field, int value, int width) throws CodecException {
        unsigned(field, value, width);
    }

    @Override
    public void length(String field, int value) throws CodecException {
        unsigned(field, value, Short.SIZE);
    }

    /** Octets up to the end of what surrounds them. */
    void rest(Octets value) throws CodecException {
        out.octets(value, value.length(), value.length(), 0);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
