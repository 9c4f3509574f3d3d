package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;

/** Where the fields of a header go, octets or JSON: the counterpart of {@link FieldReader}. */
interface FieldWriter {

    /** Writes one structure. */
    @FunctionalInterface
    interface Structure {
        void encode(FieldWriter out) throws CodecException;
    }

    void nested(String field, Structure structure) throws CodecException;

    void unsigned(String field, long value, int width, long maximum) throws CodecException;

    void signed(String field, int value, int width) throws CodecException;

    void flag(String field, boolean value) throws CodecException;

    void index(String field, int value, int width, String[] texts) throws CodecException;

    void octets(String field, Octets value, int length) throws CodecException;

    void reserved(String field, int value, int width) throws CodecException;

    void length(String field, int value) throws CodecException;

    default void unsigned(String field, long value, int width) throws CodecException {
        unsigned(field, value, width, (1L << width) - 1);
    }
}
