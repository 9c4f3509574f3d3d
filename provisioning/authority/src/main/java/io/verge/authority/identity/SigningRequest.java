package io.verge.authority.identity;

import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Pem;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * What a box asks the authority for (PKCS#10, RFC 2986): a certificate for a key whose private half never leaves it.
 *
 * @param name that it says it has
 * @param key P-256; whoever made the request has its private half
 */
public record SigningRequest(String name, PublicKey key) {
    private static final String LABEL = "CERTIFICATE REQUEST";
    private static final int COORDINATE = 256;

    /** In PEM. */
    public static String write(Subject subject, KeyPair pair) {
        try {
            return Pem.text(
                    LABEL,
                    new JcaPKCS10CertificationRequestBuilder(subject.distinguishedName(), pair.getPublic())
                            .build(new JcaContentSignerBuilder(Keys.signature(pair.getPrivate()))
                                    .build(pair.getPrivate()))
                            .getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key that was just made can sign: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a request and checks that it was made with the key.
     *
     * @param pem from anybody
     * @throws RefusedException when it is none, has another kind of key, or was changed
     */
    public static SigningRequest read(String pem) throws RefusedException {
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(octets(pem));
            PublicKey key = request.getPublicKey();
            if (!(key instanceof ECPublicKey ec)
                    || ec.getParams().getCurve().getField().getFieldSize() != COORDINATE) {
                throw new RefusedException("the request is for a key of kind " + key.getAlgorithm()
                        + ", and P-256 is needed: make it by 'request' on the box");
            }
            ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(key);
            if (!request.isSignatureValid(verifier)) {
                throw new RefusedException("the request was changed on its way: transfer it again");
            }
            return new SigningRequest(
                    Subject.commonName(new X500Principal(request.getSubject().getEncoded())), key);
        } catch (IOException
                | PKCSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            // The last is what the library throws at octets that it did not expect; which, it does not say.
            throw new RefusedException("the request cannot be read: " + e.getMessage() + "; transfer it again", e);
        }
    }

    /**
     * The octets of a request, in DER; not read yet.
     *
     * @param pem from anybody
     * @throws RefusedException when it is no PEM of a request
     */
    public static byte[] octets(String pem) throws RefusedException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals(LABEL)) {
                throw new RefusedException("the request is no PEM of a " + LABEL + ": make it by 'request' on the box");
            }
            return object.getContent();
        } catch (IOException | RuntimeException e) {
            // The last is what the library throws at octets that it did not expect.
            throw new RefusedException("the request cannot be read: " + e.getMessage() + "; transfer it again", e);
        }
    }
}
