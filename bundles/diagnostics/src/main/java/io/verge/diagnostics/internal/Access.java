package io.verge.diagnostics.internal;

import java.security.Principal;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.jspecify.annotations.Nullable;

/** Who may change things: who came through DTLS with a maintainer's key. Plain CoAP may look. */
final class Access {
    private final Keys keys;

    Access(Keys keys) {
        this.keys = keys;
    }

    /** Whether the request may change something; when not, it is answered. */
    boolean mayChange(CoapExchange exchange) {
        Principal peer = exchange.advanced().getRequest().getSourceContext().getPeerIdentity();
        if (peer == null) {
            ViewResource.refuse(exchange, ResponseCode.UNAUTHORIZED, "changes need coaps and the key of a maintainer");
        } else if (roleOf(peer) != Role.MAINTAINER) {
            ViewResource.refuse(exchange, ResponseCode.FORBIDDEN, "this key may look, not change");
        } else {
            return true;
        }
        return false;
    }

    /** @param peer null when nobody knows who it is */
    Role roleOf(@Nullable Principal peer) {
        if (peer instanceof PreSharedKeyIdentity identity) {
            return Optional.ofNullable(keys.all().get(identity.getIdentity()))
                    .map(Keys.Key::role)
                    .orElse(Role.VIEWER);
        }
        return Role.VIEWER;
    }
}
