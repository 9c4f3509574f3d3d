package io.verge.messages.etsi;

import io.verge.messages.testkit.JsonTree;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.uper.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Vectors of others in the form that tests of headers need: what they mean as plain maps. */
final class VectorFile {
    private VectorFile() {}

    /** One vector: its octets, what they are, and what they mean by an independent decoder. */
    record Vector(String message, String pdu, Octets data, boolean canonical, Map<String, Object> oracle) {
        byte[] octets() {
            return data.toByteArray();
        }

        boolean isWholePacket() {
            return pdu.startsWith("GN packet");
        }

        /** The members of a header; none when there is no such header. */
        @SuppressWarnings("unchecked")
        Map<String, Object> oracle(String name) {
            return oracle.get(name) instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
        }

        @Override
        public String toString() {
            return pdu + " " + message;
        }
    }

    /** A hexadecimal member that must be there. */
    static Octets octets(Map<String, Object> members, String name) {
        return Octets.ofHex((String) Objects.requireNonNull(members.get(name), name));
    }

    /** The vectors of a file; skips the test when the data is not there. */
    static List<Vector> read(String name) {
        try {
            return Vectors.load(name).stream().map(VectorFile::vector).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector vector(Vectors.Vector from) {
        Vectors.Decode oracle = from.oracle();
        Map<String, Object> plain =
                oracle != null && oracle.value() instanceof JsonTree.Members members ? plain(members) : Map.of();
        return new Vector(from.message(), from.pdu(), Octets.ofHex(from.hex()), from.canonical(), plain);
    }

    private static Map<String, Object> plain(JsonTree.Members from) {
        Map<String, Object> members = new LinkedHashMap<>();
        from.members().forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }

    private static Object plain(JsonTree value) {
        if (value instanceof JsonTree.Members members) {
            return plain(members);
        }
        if (value instanceof JsonTree.Items items) {
            return items.items().stream().map(VectorFile::plain).toList();
        }
        if (value instanceof JsonTree.Text text) {
            return text.text();
        }
        String literal = ((JsonTree.Literal) value).text();
        return literal.matches("-?[0-9]+") ? (Object) Long.valueOf(literal) : literal;
    }
}
