package io.verge.trust.authoring;

import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.metadata.Key;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whoever signs: an Ed25519 key pair, whose private half may stay in a token that a security provider of Java knows. */
public final class Signer {
    private static final String ALGORITHM = "Ed25519";

    private final PublicKey publicKey;
    private final PrivateKey privateKey;
    private final String id;

    private Signer(PublicKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.id = Key.of(publicKey).id();
    }

    /**
     * By keys that the caller keeps.
     *
     * @throws IllegalArgumentException when they are no Ed25519 keys
     */
    public static Signer of(PublicKey publicKey, PrivateKey privateKey) {
        return new Signer(publicKey, privateKey);
    }

    /** By a new key pair; storing it is the caller's. */
    public static Signer generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Signer(pair.getPublic(), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The id by which roots and delegations name the key: SHA-256 of its canonical JSON. */
    public String id() {
        return id;
    }

    /** The signature as a document has it. */
    Map<String, Object> sign(Object signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(CanonicalJson.octets(signed));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("keyid", id);
            json.put("sig", HexFormat.of().formatHex(signature.sign()));
            return json;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + id + " cannot sign: is its token there and unlocked?", e);
        }
    }
}
