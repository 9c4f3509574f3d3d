package io.verge.diagnostics.internal;

import io.verge.api.time.Stage;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;

/**
 * Changes take time, and one that hangs must not close the door to those who want to know why: they are made on a stage of
 * their own. A request is acknowledged at once and answered when it is done.
 */
final class Changes {
    private final Access access;
    private final Stage stage;

    Changes(Access access, Stage stage) {
        this.access = access;
        this.stage = stage;
    }

    /** Has the work done, which answers the request, when whoever asks may have it and can be answered. */
    void make(CoapExchange exchange, Runnable work) {
        if (!access.mayChange(exchange)) {
            return;
        }
        if (Form.of(exchange.getRequestOptions().getAccept()).isEmpty()) {
            ViewResource.refuseForm(exchange);
            return;
        }
        exchange.accept();
        boolean taken = stage.offer(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                ViewResource.refuse(exchange, ResponseCode.INTERNAL_SERVER_ERROR, "it failed with " + e);
                throw e;
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
