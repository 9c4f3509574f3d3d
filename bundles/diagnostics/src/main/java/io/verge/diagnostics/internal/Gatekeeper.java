package io.verge.diagnostics.internal;

import java.util.List;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.DelivererException;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;

/** Lets a request through to its resource when {@link Permissions} say so. Here alone, so that no resource can forget to ask. */
final class Gatekeeper extends ServerMessageDeliverer {
    private final Access access;
    private final Witness witness;

    Gatekeeper(Resource root, Configuration configuration, Access access, Witness witness) {
        super(root, configuration);
        this.access = access;
        this.witness = witness;
    }

    @Override
    protected boolean preDeliverRequest(Exchange exchange) {
        if (!isThere(exchange)) {
            return false; // what is not there is told as such, to anybody
        }
        Request request = exchange.getRequest();
        List<String> path = request.getOptions().getUriPath();
        if (Permissions.lacks(request.getCode(), path)) {
            return refuse(exchange, ResponseCode.METHOD_NOT_ALLOWED, "");
        }
        Permissions.Rule rule = Permissions.of(request.getCode(), path);
        Peer peer = access.peer(request);
        if (access.hasEnded(request, peer)) {
            return refuse(exchange, ResponseCode.UNAUTHORIZED, "this key or certificate is not valid any more");
        }
        if (rule.who().contains(peer.role())) {
            return false;
        }
        witness.refused(peer, rule, path);
        if (!peer.known()) {
            String what = request.getCode() == Code.GET ? "this needs" : "changes need";
            return refuse(exchange, ResponseCode.UNAUTHORIZED, what + " coaps and the key of " + least(rule));
        }
        return refuse(
                exchange,
                ResponseCode.FORBIDDEN,
                peer.role() == Role.VIEWER
                        ? "this key may look, not change"
                        : "this is not for " + article(peer.role()) + " but for " + least(rule));
    }

    /** Of those who may, the one who may the least else. */
    private static String least(Permissions.Rule rule) {
        return rule.who().contains(Role.MAINTAINER) ? "a maintainer" : "an operator";
    }

    private static String article(Role role) {
        return (role == Role.OPERATOR ? "an " : "a ") + role.word();
    }

    private boolean isThere(Exchange exchange) {
        try {
            return findResource(exchange) != null;
        } catch (DelivererException e) {
            return false;
        }
    }

    private static boolean refuse(Exchange exchange, ResponseCode code, String reason) {
        Response response = new Response(code);
        response.setPayload(reason);
        exchange.sendResponse(response);
        return true;
    }
}
