package io.verge.trust.authoring;

import io.verge.json.tree.JsonTree;
import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Metadata on its way to being published. It can be carried from signer to signer as octets: each adds their signature, at their own
 * place and time, to what the others have signed. Immutable.
 */
public final class Document {
    private final Map<String, Object> signed;
    private final List<Map<String, Object>> signatures;

    private Document(Map<String, Object> signed, List<Map<String, Object>> signatures) {
        this.signed = signed;
        this.signatures = signatures;
    }

    static Document unsigned(Map<String, Object> signed) {
        return new Document(signed, List.of());
    }

    /**
     * Reads what {@link #octets} gave, or what another tool wrote.
     *
     * @throws TrustException when it is no document of TUF
     */
    public static Document parse(byte[] octets) throws TrustException {
        JsonObject document = JsonReader.read("document", octets, Limits.USUAL.depth());
        JsonObject signed = document.object("signed");
        signed.text("_type");
        signed.number("version", 1);
        List<Map<String, Object>> signatures = new ArrayList<>();
        for (JsonObject signature : document.objects("signatures")) {
            signature.text("keyid");
            signatures.add(signature.fields());
        }
        return new Document(signed.fields(), List.copyOf(signatures));
    }

    /** With this signature too; one of the same key is replaced. */
    public Document signedBy(Signer signer) {
        List<Map<String, Object>> all = new ArrayList<>(signatures);
        all.removeIf(signature -> signer.id().equals(signature.get("keyid")));
        all.add(signer.sign(signed));
        return new Document(signed, List.copyOf(all));
    }

    /** With the signatures of all of these. */
    public Document signedBy(Iterable<Signer> signers) {
        Document document = this;
        for (Signer signer : signers) {
            document = document.signedBy(signer);
        }
        return document;
    }

    /** Such as {@code root}; {@code targets} for delegated roles too. */
    public String type() {
        return String.valueOf(signed.get("_type"));
    }

    public long version() {
        return (long) signed.getOrDefault("version", 0L);
    }

    /** Ids of the keys that have signed. */
    public Set<String> signers() {
        Set<String> ids = new TreeSet<>();
        signatures.forEach(signature -> ids.add(String.valueOf(signature.get("keyid"))));
        return ids;
    }

    /** What is signed, as a tree. */
    Map<String, Object> signed() {
        return signed;
    }

    /** JSON in UTF-8. */
    public byte[] octets() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("signatures", signatures);
        document.put("signed", signed);
        return JsonTree.octets(document);
    }
}
