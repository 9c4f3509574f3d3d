package io.verge.messages.testkit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Collectors;

/**
 * Writes values as Erlang terms, as the codecs of asn1ct with the option {@code maps} take them. There is no term
 * for what a later edition added.
 */
public final class ErlangText {
    private final StringBuilder out = new StringBuilder();

    private ErlangText() {}

    /** The term, in ASCII, without a full stop. */
    public static String toErlang(Value value) {
        ErlangText text = new ErlangText();
        text.write(value);
        return text.out.toString();
    }

    private void write(Value value) {
        if (value instanceof Value.Members sequence) {
            String separator = "#{";
            for (var member : sequence.members().entrySet()) {
                out.append(separator).append(atom(member.getKey())).append("=>");
                write(member.getValue());
                separator = ",";
            }
            out.append(sequence.members().isEmpty() ? "#{}" : "}");
        } else if (value instanceof Value.Choice choice) {
            out.append('{').append(atom(choice.name())).append(',');
            write(choice.value());
            out.append('}');
        } else if (value instanceof Value.Items items) {
            out.append('[');
            for (Iterator<Value> each = items.items().iterator(); each.hasNext(); ) {
                write(each.next());
                out.append(each.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof Value.Open open) {
            write(open.value());
        } else {
            out.append(leaf(value));
        }
    }

    private static String leaf(Value value) {
        if (value instanceof Value.Int number) {
            return number.value().toString();
        }
        if (value instanceof Value.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Value.Nothing) {
            return "'NULL'";
        }
        if (value instanceof Value.Name name) {
            return atom(name.identifier());
        }
        if (value instanceof Value.Bits bits) {
            return bits.digits().isEmpty()
                    ? "<<>>"
                    : "<<" + new BigInteger(bits.digits(), 2) + ":"
                            + bits.digits().length() + ">>";
        }
        if (value instanceof Value.Bytes octets) {
            return binary(HexFormat.of().parseHex(octets.hex()));
        }
        if (value instanceof Value.UnknownOpen octets) {
            return "{asn1_OPENTYPE," + binary(HexFormat.of().parseHex(octets.hex())) + "}";
        }
        return value instanceof Value.Text text
                ? characters(text)
                : "{" + ((Value.ObjectId) value).text().replace('.', ',') + "}";
    }

    private static String characters(Value.Text text) {
        return text.utf8()
                ? binary(text.text().getBytes(StandardCharsets.UTF_8))
                : text.text().chars().mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static String binary(byte[] octets) {
        if (octets.length == 0) {
            return "<<>>";
        }
        return "<<" + new BigInteger(1, octets) + ":" + 8 * octets.length + ">>";
    }

    private static String atom(String name) {
        return "'" + name + "'";
    }
}
