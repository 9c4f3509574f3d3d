package io.verge.diagnostics.internal;

import io.verge.api.cloud.Cloud;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** {@code /config}: GET shows the profile and what is wrong with it, POST checks another, PUT applies it. */
final class ConfigResource extends ViewResource {
    private final Parts parts;
    private final Changes changes;

    ConfigResource(Parts parts, Views views, Changes changes) {
        super("config", "Device profile", queries -> views::config);
        this.parts = parts;
        this.changes = changes;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
        byte[] profile = exchange.getRequestPayload();
        report(exchange, profiles -> profiles.check(profile));
    }

    @Override
    public void handlePUT(CoapExchange exchange) {
        byte[] profile = exchange.getRequestPayload();
        changes.make(exchange, () -> {
            if (parts.cloud()
                    .filter(cloud -> cloud.mode() == Cloud.Mode.CENTRAL)
                    .isPresent()) {
                String where = "(cloud: mode: central); change it there";
                refuse(exchange, ResponseCode.FORBIDDEN, "the cloud alone configures this box " + where);
            } else {
                answer(exchange, profiles -> profiles.apply(profile));
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        Report on(Profiles profiles);
    }

    private void report(CoapExchange exchange, Work work) {
        changes.make(exchange, () -> answer(exchange, work));
    }

    private void answer(CoapExchange exchange, Work work) {
        Optional<Profiles> profiles = parts.profiles();
        if (profiles.isEmpty()) {
            refuse(exchange, ResponseCode.SERVICE_UNAVAILABLE, "profiles cannot be changed; see /why/io.verge.profile");
            return;
        }
        Report report = work.on(profiles.get());
        ResponseCode code = report.problems().isEmpty() ? ResponseCode.CHANGED : ResponseCode.UNPROCESSABLE_ENTITY;
        show(exchange, code, out -> {
            out.writeStartObject();
            Views.problems(out, report.problems());
            out.writeArrayFieldStart("changes");
            for (Report.Change change : report.changes()) {
                out.writeStartObject();
                out.writeStringField("kind", change.kind().name());
                out.writeStringField("pid", change.pid());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
