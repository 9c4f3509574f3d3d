package io.verge.diagnostics.internal;

import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;

/**
 * Memory for a body is taken when its first block comes, before anyone asks whether the peer may send it: who only
 * looks gets little.
 */
final class BodyLimit extends MessageInterceptorAdapter {
    private static final int LOOKING = 4 << 10;

    private final Access access;

    BodyLimit(Access access) {
        this.access = access;
    }

    @Override
    public void receiveRequest(Request request) {
        boolean much = Permissions.sendsMuch(access.peer(request).role());
        request.setMaxResourceBodySize(much ? Door.LARGEST_BODY : LOOKING);
    }
}
