package io.verge.messages.uper;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes JSON after X.697, one value after the other. For use by one thread. */
public final class JerWriter implements Closeable {
    /** Member that holds what a later edition added; no ASN.1 identifier looks like it. */
    static final String UNKNOWN = "...";

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    /** A writer to a stream of characters, which {@link #close} flushes and does not close. */
    public JerWriter(Writer to) throws IOException {
        out = JSON.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    public void beginObject() throws IOException {
        out.writeStartObject();
    }

    public void endObject() throws IOException {
        out.writeEndObject();
    }

    public void beginArray() throws IOException {
        out.writeStartArray();
    }

    public void endArray() throws IOException {
        out.writeEndArray();
    }

    /** The name of the member whose value follows. */
    public void name(String identifier) throws IOException {
        out.writeFieldName(identifier);
    }

    public void bool(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    public void integer(long value) throws IOException {
        out.writeNumber(value);
    }

    /** An integer of an unsigned 64-bit range. */
    public void unsigned(long value) throws IOException {
        out.writeNumber(Long.toUnsignedString(value));
    }

    public void text(String value) throws IOException {
        out.writeString(value);
    }

    public void nothing() throws IOException {
        out.writeNull();
    }

    public void octets(Octets value) throws IOException {
        out.writeString(value.hex());
    }

    /** A BIT STRING of fixed size (X.697 24.2). */
    public void fixedBits(BitString value) throws IOException {
        out.writeString(new Octets(value.toByteArray()).hex());
    }

    /** A BIT STRING of varying size (X.697 24.3). */
    public void bits(BitString value) throws IOException {
        beginObject();
        name("value");
        fixedBits(value);
        name("length");
        integer(value.length());
        endObject();
    }

    /** Additions of a later edition: not in X.697, needed to bring them back unchanged. */
    public void additions(@Nullable Additions additions) throws IOException {
        if (additions == null) {
            return;
        }
        name(UNKNOWN);
        beginObject();
        name("count");
        integer(additions.count());
        for (Additions.Addition addition : additions.unknown()) {
            name(Integer.toString(addition.index()));
            octets(addition.octets());
        }
        endObject();
    }

    /** A CHOICE alternative of a later edition: not in X.697. */
    public void unknownAlternative(int index, Octets octets) throws IOException {
        beginObject();
        name(UNKNOWN + index);
        octets(octets);
        endObject();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
