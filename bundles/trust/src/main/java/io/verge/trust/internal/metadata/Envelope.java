package io.verge.trust.internal.metadata;

import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document of metadata as it came: what is signed, and by whom. Fields that nobody here knows are signed with the rest. */
public final class Envelope {
    private final String role;
    private final byte[] content;
    private final JsonObject signed;
    private final byte[] message;
    private final Map<String, String> signatures;

    private Envelope(String role, byte[] content, JsonObject signed, Map<String, String> signatures) {
        this.role = role;
        this.content = content;
        this.signed = signed;
        this.message = CanonicalJson.octets(signed.fields());
        this.signatures = signatures;
    }

    /**
     * Reads a document, and believes nothing.
     *
     * @param role whose it should be
     */
    public static Envelope parse(String role, byte[] content, Limits limits) throws TrustException {
        if (content.length > limits.metadata()) {
            throw new TrustException(Reason.TOO_MUCH, role, "is longer than " + limits.metadata() + " octets");
        }
        JsonObject document = JsonReader.read(role, content, limits.depth());
        Map<String, String> signatures = new LinkedHashMap<>();
        for (JsonObject signature : document.objects("signatures")) {
            if (signatures.put(signature.text("keyid"), signature.text("sig")) != null) {
                throw document.refused("signatures", "must name each key once");
            }
        }
        return new Envelope(role, content, document.object("signed"), signatures);
    }

    public String role() {
        return role;
    }

    /** The document, octet for octet. Not to be changed. */
    public byte[] content() {
        return content;
    }

    public JsonObject signed() {
        return signed;
    }

    /** What the signatures are of. Not to be changed. */
    byte[] message() {
        return message;
    }

    /** In hexadecimal, by id of the key. */
    public Map<String, String> signatures() {
        return signatures;
    }
}
