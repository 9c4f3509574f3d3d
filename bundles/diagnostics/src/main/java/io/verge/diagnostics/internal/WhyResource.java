package io.verge.diagnostics.internal;

import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/** {@code /why/NAME}. */
final class WhyResource extends ViewResource {
    private final Why why;

    WhyResource(Why why) {
        super("why", "Why something does not work: /why/NAME", queries -> out -> {});
        this.why = why;
    }

    @Override
    public void handleGET(CoapExchange exchange) {
        refuse(exchange, ResponseCode.BAD_REQUEST, "name a device, an app, a bundle or a component: /why/NAME");
    }

    @Override
    public Resource getChild(String name) {
        return new One(name);
    }

    /** Made for each request. */
    private final class One extends ViewResource {
        One(String name) {
            super(name, "Why", queries -> out -> {});
        }

        @Override
        public void handleGET(CoapExchange exchange) {
            Optional<Answer> answer = why.about(getName());
            if (answer.isPresent()) {
                show(exchange, ResponseCode.CONTENT, answer.get()::write);
            } else {
                refuse(
                        exchange,
                        ResponseCode.NOT_FOUND,
                        "nothing here is called " + getName() + ": it is in neither the profile nor a bundle");
            }
        }
    }
}
