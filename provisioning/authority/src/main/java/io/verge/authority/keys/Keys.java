package io.verge.authority.keys;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** New keys, and public keys in PEM. */
public final class Keys {
    /** Of what boxes and the authority prove who they are with. */
    public static final String CURVE = "secp256r1";

    private static final String PUBLIC = "PUBLIC KEY";

    private Keys() {}

    /** ECDSA on P-256: for certificates. */
    public static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has P-256", e);
        }
    }

    /** Ed25519: for metadata. */
    public static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has Ed25519", e);
        }
    }

    /** The name of the algorithm that a key signs certificates with. */
    public static String signature(PrivateKey key) {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519";
    }

    /** As in a file {@code *.pub}. */
    public static String pem(PublicKey key) {
        return Pem.text(PUBLIC, key.getEncoded());
    }

    /**
     * Reads an Ed25519 key that somebody else has the private half of.
     *
     * @throws IOException when it is none
     */
    public static PublicKey readPublic(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException("there is no public key " + file);
        }
        try (PemReader reader = new PemReader(new StringReader(Files.readString(file, StandardCharsets.UTF_8)))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals(PUBLIC)) {
                throw new IOException(file + " is no public key in PEM (BEGIN PUBLIC KEY)");
            }
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(object.getContent()));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is no Ed25519 key: " + e.getMessage(), e);
        }
    }
}
