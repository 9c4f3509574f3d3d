package io.verge.diagnostics.internal;

import io.verge.api.cloud.Cloud;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.util.Optional;
import java.util.function.Consumer;
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
        change(exchange, profiles -> answer(exchange, profiles.check(profile)));
    }

    @Override
    public void handlePUT(CoapExchange exchange) {
        byte[] profile = exchange.getRequestPayload();
        change(exchange, profiles -> {
            if (parts.cloud()
                    .filter(cloud -> cloud.mode() == Cloud.Mode.CENTRAL)
                    .isPresent()) {
                String where = "(cloud: mode: central); change it there";
                refuse(exchange, ResponseCode.FORBIDDEN, "the cloud alone configures this box " + where);
                return;
            }
            Optional<String> held = profiles.held();
            if (held.isPresent()) {
                refuse(exchange, ResponseCode.CONFLICT, held.get());
            } else {
                answer(exchange, profiles.apply(profile));
            }
        });
    }

    private void change(CoapExchange exchange, Consumer<Profiles> work) {
        changes.make(exchange, parts::profiles, "profiles cannot be changed; see /why/io.verge.profile", work);
    }

    private static void answer(CoapExchange exchange, Report report) {
        ResponseCode code = report.problems().isEmpty() ? ResponseCode.CHANGED : ResponseCode.UNPROCESSABLE_ENTITY;
        show(exchange, code, out -> {
            out.writeStartObject();
            Views.problems(out, "problems", report.problems());
            out.writeArrayFieldStart("changes");
            for (Report.Change change : report.changes()) {
                out.writeStartObject();
                out.writeStringField("kind", change.kind().name());
                out.writeStringField("pid", change.pid());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (!report.notes().isEmpty()) {
                Views.problems(out, "notes", report.notes());
            }
            out.writeEndObject();
        });
    }
}
