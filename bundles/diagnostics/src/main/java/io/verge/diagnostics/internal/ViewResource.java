package io.verge.diagnostics.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A resource that shows a view; observed, it tells when what it shows has changed. */
class ViewResource extends CoapResource {
    private static final Logger LOG = LoggerFactory.getLogger(ViewResource.class);

    private final Function<List<String>, View> view;
    /** A digest of what was told last. */
    private volatile int told;

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

    /**
     * Sends a notification to those who observe, when there are any and what they see has changed.
     *
     * @param mayKnow whether whoever made a request may still be told
     */
    void tellWhenChanged(Predicate<Request> mayKnow) {
        if (getObserverCount() > 0) {
            int now = digest();
            if (now != told) {
                told = now;
                changed(relation -> mayKnow.test(relation.getExchange().getRequest()));
            }
        }
    }

    private int digest() {
        try {
            return Arrays.hashCode(Form.JSON.octets(view.apply(List.of())));
        } catch (RuntimeException e) {
            return 0; // those who observe are told when it can be shown again
        }
    }

    @Override
    public void handleGET(CoapExchange exchange) {
        if (isObservable() && exchange.getRequestOptions().hasObserve() && getObserverCount() == 0) {
            told = digest(); // the first to observe sees it now, and is not to be told of it again
        }
        show(
                exchange,
                ResponseCode.CONTENT,
                view.apply(exchange.getRequestOptions().getUriQuery()));
    }

    /** Answers in the form that was asked for. A view that fails is answered too, so that one part does not hide the others. */
    static void show(CoapExchange exchange, ResponseCode code, View view) {
        Optional<Form> form = Form.of(exchange.getRequestOptions().getAccept());
        if (form.isEmpty()) {
            refuseForm(exchange);
            return;
        }
        byte[] octets;
        try {
            octets = form.get().octets(view);
        } catch (RuntimeException e) {
            LOG.debug("a view failed", e);
            refuse(exchange, ResponseCode.INTERNAL_SERVER_ERROR, "it cannot be shown: " + e);
            return;
        }
        exchange.respond(code, octets, form.get().number());
    }

    static void refuseForm(CoapExchange exchange) {
        refuse(exchange, ResponseCode.NOT_ACCEPTABLE, "50 (JSON) and 60 (CBOR) can be had");
    }

    /** Answers with a code of the classes 4 and 5 and the reason in words. */
    static void refuse(CoapExchange exchange, ResponseCode code, String reason) {
        exchange.respond(code, reason);
    }
}
