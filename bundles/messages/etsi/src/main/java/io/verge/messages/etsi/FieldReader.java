package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;

/**
 * Where the fields of a header come from, octets or JSON: every header is described once, by the order, names and
 * widths in which it asks for its fields. Errors name the field.
 */
interface FieldReader {

    /** Reads one structure. */
    @FunctionalInterface
    interface Structure<T> {
        T decode(FieldReader in) throws CodecException;
    }

    /** A structure within this one. */
    <T> T nested(String field, Structure<T> structure) throws CodecException;

    /** A number from 0 to a maximum, in up to 48 bits. */
    long unsigned(String field, int width, long maximum) throws CodecException;

    /** A number in up to 32 bits of two's complement. */
    int signed(String field, int width) throws CodecException;

    /** One bit. */
    boolean flag(String field) throws CodecException;

    /** An index into texts, which JSON has instead of it. */
    int index(String field, int width, String[] texts) throws CodecException;

    /** A fixed number of octets. */
    Octets octets(String field, int length) throws CodecException;

    /** Bits that are sent as 0; JSON has them only when they are not. */
    int reserved(String field, int width) throws CodecException;

    /** A length in 16 bits; -1 when JSON leaves it out, to have it computed. */
    int length(String field) throws CodecException;

    /** An unsigned number of up to 48 bits. */
    default long unsigned(String field, int width) throws CodecException {
        return unsigned(field, width, (1L << width) - 1);
    }

    /** An unsigned number of up to 31 bits. */
    default int number(String field, int width) throws CodecException {
        return (int) unsigned(field, width);
    }
}
