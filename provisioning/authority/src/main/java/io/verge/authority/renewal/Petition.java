package io.verge.authority.renewal;

import io.verge.authority.identity.SigningRequest;
import io.verge.authority.json.JsonObject;
import io.verge.authority.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a box asks for, read and not yet believed.
 *
 * @param request for the new key, made with it
 * @param octets of the request
 * @param certificate that the box has
 * @param signature over the octets, by the key of that certificate
 */
@SuppressWarnings("ArrayRecordComponent") // a petition is compared with none
record Petition(SigningRequest request, byte[] octets, X509Certificate certificate, byte[] signature) {
    /** Octets of a message, at most. */
    static final int LARGEST = 16 << 10;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * The id of a message, under which it is answered.
     *
     * @throws IOException when it has none that can be repeated; such a message is not answered
     */
    static String id(JsonObject message) throws IOException {
        String id = message.text("id");
        if (!ID.matcher(id).matches()) {
            throw message.refused("id", "1 to 64 letters, digits and hyphens were expected");
        }
        return id;
    }

    static Petition read(JsonObject message) throws PetitionRefusedException {
        try {
            String pem = message.text("request");
            byte[] octets = SigningRequest.octets(pem);
            SigningRequest request = SigningRequest.read(pem);
            byte[] signature = Base64.getDecoder().decode(message.text("signature"));
            return new Petition(request, octets, certificate(message.text("certificate")), signature);
        } catch (IOException | RefusedException | GeneralSecurityException | IllegalArgumentException e) {
            throw new PetitionRefusedException(PetitionRefusedException.MALFORMED, e);
        }
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether it was signed with the key of the certificate. */
    boolean isSigned() {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(certificate.getPublicKey());
            check.update(octets);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key of another kind, or octets that are no signature.
            return false;
        }
    }
}
