package io.verge.diagnostics.internal;

import java.security.Principal;
import java.util.Optional;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.auth.X509CertPath;
import org.jspecify.annotations.Nullable;

/** Who somebody is: by the key or the certificate that they came through DTLS with. Any thread. */
final class Access {
    private final Keys keys;
    private final @Nullable Staff staff;

    /** @param staff null when nobody comes with a certificate */
    Access(Keys keys, @Nullable Staff staff) {
        this.keys = keys;
        this.staff = staff;
    }

    /** Asked for each request: a certificate may have ended since the handshake. */
    Peer peer(Request request) {
        EndpointContext context = request.getSourceContext();
        Principal principal = context.getPeerIdentity();
        String address = context.getPeerAddress().getHostString();
        Peer nobody = new Peer(address, false, Rights.NONE);
        if (principal instanceof PreSharedKeyIdentity identity) {
            return Optional.ofNullable(keys.all().get(identity.getIdentity()))
                    .map(key -> new Peer(identity.getIdentity(), true, key.rights()))
                    .orElse(nobody);
        }
        Staff known = staff;
        if (principal instanceof X509CertPath certificate && known != null) {
            return known.peer(certificate.getTarget()).orElse(nobody);
        }
        return nobody;
    }

    /** Those who share a secret with the box. */
    Keys keys() {
        return keys;
    }

    /** Those who come with a certificate; empty when nobody may. */
    Optional<Staff> staff() {
        return Optional.ofNullable(staff);
    }

    /** Whether somebody came with something that is not valid any more: they see nothing at all. */
    boolean hasEnded(Request request, Peer peer) {
        return request.getSourceContext().getPeerIdentity() != null && !peer.known();
    }
}
