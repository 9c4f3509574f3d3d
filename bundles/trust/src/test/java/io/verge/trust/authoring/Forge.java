package io.verge.trust.authoring;

import io.verge.trust.TrustException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Documents that no honest author would write. */
public final class Forge {
    private Forge() {}

    /** Another content under a document's name, signed by these. */
    public static byte[] edit(byte[] document, Consumer<Map<String, Object>> change, Signer... signers) {
        try {
            Map<String, Object> signed = Draft.mutable(Document.parse(document).signed());
            change.accept(signed);
            return Document.unsigned(signed).signedBy(List.of(signers)).octets();
        } catch (TrustException e) {
            throw new AssertionError(e);
        }
    }

    /** An object within an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> in(Map<String, Object> object, String... names) {
        Map<String, Object> inner = object;
        for (String name : names) {
            inner = (Map<String, Object>) Objects.requireNonNull(inner.get(name), name);
        }
        return inner;
    }

    /** A list of objects within an object within an object. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> list(Map<String, Object> object, String parent, String name) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(in(object, parent).get(name), name);
    }

    /** The same, empty when the outer one is not there. */
    public static List<Map<String, Object>> listOrNone(Map<String, Object> object, String parent, String name) {
        return object.containsKey(parent) ? list(object, parent, name) : List.of();
    }
}
