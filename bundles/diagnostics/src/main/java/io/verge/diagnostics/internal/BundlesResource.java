package io.verge.diagnostics.internal;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.json.ReportJson;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/**
 * {@code /bundles}: GET lists, POST with a jar installs or replaces. {@code /bundles/NAME}: DELETE uninstalls, POST with
 * {@code ?do=start} or {@code ?do=stop}.
 */
final class BundlesResource extends ViewResource {
    private final Parts parts;
    private final Changes changes;

    BundlesResource(Parts parts, Views views, Changes changes) {
        super("bundles", "Bundles", queries -> views::bundles);
        this.parts = parts;
        this.changes = changes;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
        byte[] jar = exchange.getRequestPayload();
        change(exchange, bundles -> Optional.of(bundles.install(ByteBuffer.wrap(jar))));
    }

    @Override
    public Resource getChild(String name) {
        return new One(name);
    }

    @FunctionalInterface
    private interface Change {
        Optional<BundleReport> make(Bundles bundles) throws BundleRefusedException;
    }

    private void change(CoapExchange exchange, Change change) {
        changes.make(exchange, () -> answer(exchange, change));
    }

    private void answer(CoapExchange exchange, Change change) {
        Optional<Bundles> bundles = parts.bundles();
        if (bundles.isEmpty()) {
            refuse(exchange, ResponseCode.SERVICE_UNAVAILABLE, "the updater is not running; see /why/io.verge.update");
            return;
        }
        try {
            Optional<BundleReport> report = change.make(bundles.get());
            if (report.isPresent()) {
                show(exchange, ResponseCode.CHANGED, out -> ReportJson.bundle(out, report.get()));
            } else {
                exchange.respond(ResponseCode.DELETED);
            }
        } catch (BundleRefusedException e) {
            show(exchange, ResponseCode.CONFLICT, Views.object(Map.of("refused", String.valueOf(e.getMessage()))));
        }
    }

    /** Made for each request: bundles come and go. */
    private final class One extends ViewResource {
        One(String name) {
            super(name, "Bundle", queries -> out -> {});
        }

        @Override
        public void handleGET(CoapExchange exchange) {
            Optional<BundleReport> report = parts.bundles().stream()
                    .flatMap(bundles -> bundles.list().stream())
                    .filter(bundle -> bundle.name().equals(getName()))
                    .findFirst();
            if (report.isPresent()) {
                show(exchange, ResponseCode.CONTENT, out -> ReportJson.bundle(out, report.get()));
            } else {
                refuse(exchange, ResponseCode.NOT_FOUND, "there is no bundle " + getName());
            }
        }

        @Override
        public void handlePOST(CoapExchange exchange) {
            String what =
                    Query.text(exchange.getRequestOptions().getUriQuery(), "do").orElse("");
            switch (what) {
                case "start" -> change(exchange, bundles -> Optional.of(bundles.start(getName())));
                case "stop" -> change(exchange, bundles -> Optional.of(bundles.stop(getName())));
                default ->
                    changes.make(
                            exchange,
                            () -> refuse(exchange, ResponseCode.BAD_REQUEST, "?do=start or ?do=stop was expected"));
            }
        }

        @Override
        public void handleDELETE(CoapExchange exchange) {
            change(exchange, bundles -> {
                bundles.uninstall(getName());
                return Optional.empty();
            });
        }
    }
}
