package io.verge.diagnostics.internal;

import io.verge.api.audit.Audit;
import io.verge.api.audit.AuditReport;
import io.verge.json.ReportJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** {@code /audit}: how the trail is and its last entries, {@code ?last=NUMBER}; with {@code ?verify=all} it is computed again before. */
final class AuditResource extends ViewResource {
    private static final long USUAL = 20;
    private static final long MOST = 200;

    private final Parts parts;
    private final Changes changes;

    AuditResource(Parts parts, Changes changes) {
        super("audit", "The trail of writes, ?last=NUMBER", queries -> view(parts, queries, false));
        this.parts = parts;
        this.changes = changes;
    }

    @Override
    public void handleGET(CoapExchange exchange) {
        List<String> queries = exchange.getRequestOptions().getUriQuery();
        if (Query.text(queries, "verify").isPresent()) {
            // Reads all files, so not on the thread that everybody waits for.
            changes.make(exchange, () -> show(exchange, ResponseCode.CONTENT, view(parts, queries, true)));
        } else {
            super.handleGET(exchange);
        }
    }

    private static View view(Parts parts, List<String> queries, boolean verify) {
        Optional<Audit> audit = parts.audit();
        if (audit.isEmpty()) {
            return Views.object(Map.of("state", "STOPPED", "cause", "the bundle io.verge.audit does not run"));
        }
        int last = (int) Math.max(0, Math.min(MOST, Query.number(queries, "last", USUAL)));
        AuditReport report = verify ? audit.get().verify() : audit.get().report();
        return out -> ReportJson.audit(out, report, audit.get().last(last));
    }
}
