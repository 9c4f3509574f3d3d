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
 * {@code /bundles}: GET lists, POST with a jar installs or replaces, with {@code ?beside=yes} installs beside. {@code /bundles/NAME} or
 * {@code /bundles/NAME@VERSION}: DELETE uninstalls, POST with {@code ?do=start}, {@code ?do=stop} or {@code ?do=promote}.
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
        ByteBuffer jar = ByteBuffer.wrap(exchange.getRequestPayload());
        Rights rights = changes.peer(exchange).rights();
        boolean beside = Query.text(exchange.getRequestOptions().getUriQuery(), "beside")
                .filter("yes"::equals)
                .isPresent();
        change(
                exchange,
                bundles -> Optional.of(
                        beside ? bundles.installBeside(jar, rights::covers) : bundles.install(jar, rights::covers)));
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
        changes.make(exchange, parts::bundles, Parts.NO_UPDATER, bundles -> answer(exchange, bundles, change));
    }

    private static void answer(CoapExchange exchange, Bundles bundles, Change change) {
        try {
            Optional<BundleReport> report = change.make(bundles);
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
                    .filter(bundle ->
                            getName().equals(bundle.name()) || getName().equals(bundle.name() + "@" + bundle.version()))
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
                case "promote" -> change(exchange, bundles -> Optional.of(bundles.promote(getName())));
                default -> changes.refuse(exchange, "?do=start, ?do=stop or ?do=promote");
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
