package io.verge.diagnostics.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** A resource that shows a view; observed, it tells when what it shows has changed. */
class ViewResource extends CoapResource {
    private final Function<List<String>, View> view;
    /** Touched by the door's stage alone: what was told last. */
    private int told;

    /**
     * @param title for {@code /.well-known/core}
     * @param view by the queries of the request
     */
    ViewResource(String name, String title, Function<List<String>, View> view) {
        super(name);
        this.view = view;
        getAttributes().setTitle(title);
        getAttributes().addContentType(Form.JSON.number());
        getAttributes().addContentType(Form.CBOR.number());
    }

    /** It can be observed: {@link #tellWhenChanged} is called from time to time. */
    ViewResource observed() {
        setObservable(true);
        setObserveType(Type.NON);
        getAttributes().setObservable();
        return this;
    }

    /** Sends a notification to those who observe, when there are any and what they see has changed. */
    void tellWhenChanged() {
        if (getObserverCount() > 0) {
            int now = Arrays.hashCode(Form.JSON.octets(view.apply(List.of())));
            if (now != told) {
                told = now;
                changed();
            }
        }
    }

    @Override
    public void handleGET(CoapExchange exchange) {
        show(
                exchange,
                ResponseCode.CONTENT,
                view.apply(exchange.getRequestOptions().getUriQuery()));
    }

    /** Answers in the form that was asked for. */
    static void show(CoapExchange exchange, ResponseCode code, View view) {
        Form.of(exchange.getRequestOptions().getAccept())
                .ifPresentOrElse(
                        form -> exchange.respond(code, form.octets(view), form.number()),
                        () -> exchange.respond(ResponseCode.NOT_ACCEPTABLE, "50 (JSON) and 60 (CBOR) can be had"));
    }

    /** Answers with a code of the classes 4 and 5 and the reason in words. */
    static void refuse(CoapExchange exchange, ResponseCode code, String reason) {
        exchange.respond(code, reason);
    }
}
