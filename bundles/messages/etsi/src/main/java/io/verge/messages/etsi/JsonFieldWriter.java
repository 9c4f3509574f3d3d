package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.JerWriter;
import io.verge.messages.uper.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes fields as members of the JSON object that is open; the writer's own failures come unchecked. */
final class JsonFieldWriter implements FieldWriter {
    private final JerWriter out;

    JsonFieldWriter(JerWriter out) {
        this.out = out;
    }

    /** Writes one value. */
    @FunctionalInterface
    private interface Value {
        void write() throws IOException;
    }

    private void member(String name, Value value) {
        try {
            out.name(name);
            value.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void nested(String field, Structure structure) throws CodecException {
        member(field, out::beginObject);
        structure.encode(this);
        try {
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unsigned(String field, long value, int width, long maximum) {
        member(field, () -> out.integer(value));
    }

    @Override
    public void signed(String field, int value, int width) {
        member(field, () -> out.integer(value));
    }

    @Override
    public void flag(String field, boolean value) throws CodecException {
        member(field, () -> out.bool(value));
    }

    @Override
    public void index(String field, int value, int width, String[] texts) {
        member(field, () -> out.text(texts[value]));
    }

    @Override
    public void octets(String field, Octets value, int length) {
        octets(field, value);
    }

    /** Hexadecimal octets of any number. */
    void octets(String field, Octets value) {
        member(field, () -> out.octets(value));
    }

    @Override
    public void reserved(String field, int value, int width) {
        if (value != 0) {
            member(field, () -> out.integer(value));
        }
    }

    @Override
    public void length(String field, int value) {
        member(field, () -> out.integer(value));
    }
}
