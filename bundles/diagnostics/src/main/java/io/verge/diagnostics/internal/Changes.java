package io.verge.diagnostics.internal;

import io.verge.api.time.Stage;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;

/**
 * Changes take time, and one that hangs must not close the door to those who want to know why: they are made on a stage of
 * their own. A request is acknowledged at once and answered when it is done; then the trail is told. Who may make it, the
 * {@link Gatekeeper} has asked before.
 */
final class Changes {
    private final Access access;
    private final Witness witness;
    private final Stage stage;

    Changes(Access access, Witness witness, Stage stage) {
        this.access = access;
        this.witness = witness;
        this.stage = stage;
    }

    /** Who asks. */
    Peer peer(CoapExchange exchange) {
        return access.peer(exchange.advanced().getRequest());
    }

    /** Whether what somebody came in with is still valid; they may observe for longer. */
    boolean isStillIn(Request request) {
        return !access.hasEnded(request, access.peer(request));
    }

    /**
     * Like {@link #make(CoapExchange, Runnable)}, by a part of the agent.
     *
     * @param missing the answer when it is not there
     */
    <T> void make(CoapExchange exchange, Supplier<Optional<T>> part, String missing, Consumer<T> work) {
        make(exchange, () -> part.get()
                .ifPresentOrElse(work, () -> ViewResource.refuse(exchange, ResponseCode.SERVICE_UNAVAILABLE, missing)));
    }

    /** Nothing is made: the request does not say what. */
    void refuse(CoapExchange exchange, String expected) {
        make(exchange, () -> ViewResource.refuse(exchange, ResponseCode.BAD_REQUEST, expected + " was expected"));
    }

    /** Has the work done, which answers the request, when it can be answered. */
    void make(CoapExchange exchange, Runnable work) {
        if (Form.of(exchange.getRequestOptions().getAccept()).isEmpty()) {
            ViewResource.refuseForm(exchange);
            return;
        }
        // Before it is made: a certificate may end meanwhile.
        Peer peer = peer(exchange);
        exchange.accept();
        boolean taken = stage.offer(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                ViewResource.refuse(exchange, ResponseCode.INTERNAL_SERVER_ERROR, "it failed with " + e);
                throw e;
            } finally {
                Exchange answered = exchange.advanced();
                // Behind the answer in the exchange's own queue: before that it is not known to it.
                answered.execute(() -> witness.answered(peer, answered.getRequest(), answered.getResponse()));
            }
        });
        if (!taken) {
            ViewResource.refuse(
                    exchange,
                    ResponseCode.SERVICE_UNAVAILABLE,
                    "other changes are being made: try again when they are done");
        }
    }
}
