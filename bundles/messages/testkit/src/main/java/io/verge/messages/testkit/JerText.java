package io.verge.messages.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Map;

/** Writes values as JSON after X.697, for {@code Codec.parseJson}. */
public final class JerText {
    private final JsonGenerator out;

    private JerText(JsonGenerator out) {
        this.out = out;
    }

    /** The JSON text of a value. */
    public static String toJer(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            new JerText(out).write(value);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    private void write(Value value) throws IOException {
        if (value instanceof Value.Members sequence) {
            out.writeStartObject();
            for (Map.Entry<String, Value> member : sequence.members().entrySet()) {
                out.writeFieldName(member.getKey());
                write(member.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Value.Choice choice) {
            out.writeStartObject();
            out.writeFieldName(choice.name());
            write(choice.value());
            out.writeEndObject();
        } else if (value instanceof Value.Items items) {
            out.writeStartArray();
            for (Value item : items.items()) {
                write(item);
            }
            out.writeEndArray();
        } else if (value instanceof Value.Open open) {
            write(open.value());
        } else {
            writeLeaf(value);
        }
    }

    private void writeLeaf(Value value) throws IOException {
        if (value instanceof Value.Int number) {
            out.writeNumber(number.value());
        } else if (value instanceof Value.Bool bool) {
            out.writeBoolean(bool.value());
        } else if (value instanceof Value.Nothing) {
            out.writeNull();
        } else if (value instanceof Value.Bits bits) {
            writeBits(bits);
        } else {
            out.writeString(string(value));
        }
    }

    private static String string(Value value) {
        if (value instanceof Value.Name name) {
            return name.identifier();
        }
        if (value instanceof Value.Bytes octets) {
            return octets.hex();
        }
        if (value instanceof Value.UnknownOpen octets) {
            return octets.hex();
        }
        return value instanceof Value.Text text ? text.text() : ((Value.ObjectId) value).text();
    }

    private void writeBits(Value.Bits bits) throws IOException {
        String hex = hex(bits.digits());
        if (bits.fixed()) {
            out.writeString(hex);
            return;
        }
        out.writeStartObject();
        out.writeStringField("value", hex);
        out.writeNumberField("length", bits.digits().length());
        out.writeEndObject();
    }

    private static String hex(String digits) {
        StringBuilder padded = new StringBuilder(digits);
        while (padded.length() % 8 != 0) {
            padded.append('0');
        }
        byte[] octets = new byte[padded.length() / 8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = new BigInteger(padded.substring(8 * i, 8 * i + 8), 2).byteValue();
        }
        return HexFormat.of().formatHex(octets);
    }
}
