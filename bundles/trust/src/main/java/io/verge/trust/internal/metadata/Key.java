package io.verge.trust.internal.metadata;

import io.verge.api.disk.Sha256;
import io.verge.trust.TrustException;
import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A public key as TUF has it. One of another kind than Ed25519 is kept and never verifies anything. Two keys are one when their kind
 * and octets are, whatever the ids that a document gives them.
 *
 * @param type {@code ed25519}
 * @param scheme {@code ed25519}
 * @param publicHex of 32 octets, in lower case
 */
public record Key(String type, String scheme, String publicHex) {
    private static final String ED25519 = "ed25519";
    private static final int SIGNATURE_LENGTH = 64;
    private static final int KEY_LENGTH = 32;

    /** What stands before the 32 octets in a SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public static Key of(JsonObject key) throws TrustException {
        String type = key.text("keytype");
        String scheme = key.text("scheme");
        Object octets = key.object("keyval").fields().get("public");
        if (type.equals(ED25519) && !(octets instanceof String hex && hex.matches("[0-9a-fA-F]{64}"))) {
            throw key.refused("keyval.public", "must be 64 hexadecimal digits");
        }
        return new Key(type, scheme, String.valueOf(octets).toLowerCase(Locale.ROOT));
    }

    public static Key of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != X509_PREFIX.length + KEY_LENGTH
                || !Arrays.equals(X509_PREFIX, Arrays.copyOf(encoded, X509_PREFIX.length))) {
            throw new IllegalArgumentException(
                    "a key of roles must be an Ed25519 key, and this is " + key.getAlgorithm());
        }
        return new Key(ED25519, ED25519, HexFormat.of().formatHex(encoded, X509_PREFIX.length, encoded.length));
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keytype", type);
        json.put("scheme", scheme);
        json.put("keyval", Map.of("public", publicHex));
        return json;
    }

    /** The id that is usual: SHA-256 of the key's canonical JSON. Documents may give it another. */
    public String id() {
        return Sha256.of(CanonicalJson.octets(json())).hex();
    }

    /** Whether this key has signed the message; whatever is not a signature has not. */
    boolean verifies(byte[] message, String signatureHex) {
        if (!type.equals(ED25519) || !scheme.equals(ED25519) || signatureHex.length() != 2 * SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(publicKey());
            verification.update(message);
            return verification.verify(HexFormat.of().parseHex(signatureHex));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
        System.arraycopy(HexFormat.of().parseHex(publicHex), 0, encoded, X509_PREFIX.length, KEY_LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
