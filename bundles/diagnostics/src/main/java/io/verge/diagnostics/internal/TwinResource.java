package io.verge.diagnostics.internal;

import io.verge.api.cloud.Twin;
import io.verge.json.TwinJson;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/**
 * {@code /twin}: GET shows what the cloud wants and what became of it. {@code /twin/holds/KEY}: PUT holds a part of the profile as it is
 * against the cloud, DELETE releases it.
 */
final class TwinResource extends ViewResource {
    private final Parts parts;
    private final Changes changes;

    TwinResource(Parts parts, Changes changes) {
        super("twin", "What the cloud wants, and what became of it", queries -> view(parts));
        this.parts = parts;
        this.changes = changes;
        add(new Holds());
    }

    private static View view(Parts parts) {
        Optional<Twin> twin = parts.twin();
        return twin.isPresent()
                ? out -> TwinJson.report(out, twin.get().report())
                : Views.object(Map.of("state", "STOPPED", "cause", "the bundle io.verge.cloud does not run"));
    }

    private void change(CoapExchange exchange, ResponseCode done, Consumer<Twin> work) {
        changes.make(exchange, parts::twin, "there is no twin; see /why/io.verge.cloud", twin -> {
            try {
                work.accept(twin);
                show(exchange, done, view(parts));
            } catch (IllegalArgumentException e) {
                refuse(exchange, ResponseCode.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
            }
        });
    }

    /** Holds are made and released by name; the list of them is in {@code /twin}. */
    private final class Holds extends CoapResource {
        Holds() {
            super("holds");
        }

        @Override
        public Resource getChild(String name) {
            return new Hold(name);
        }
    }

    private final class Hold extends CoapResource {
        Hold(String key) {
            super(key);
        }

        @Override
        public void handlePUT(CoapExchange exchange) {
            byte[] json = exchange.getRequestPayload();
            change(exchange, ResponseCode.CHANGED, twin -> {
                HoldRequest request = HoldRequest.read(json);
                twin.hold(getName(), request.time(), request.reason());
            });
        }

        @Override
        public void handleDELETE(CoapExchange exchange) {
            change(exchange, ResponseCode.DELETED, twin -> twin.release(getName()));
        }
    }
}
