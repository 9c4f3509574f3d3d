package io.verge.diagnostics.internal;

import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import io.verge.json.UpdateJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;

/**
 * {@code /update}: GET shows how updating is and what goes on; POST with {@code ?do=plan} or {@code ?do=apply} and a wish, with
 * {@code ?do=cancel} or {@code ?do=rollback} and perhaps why. {@code /update/history}: GET lists earlier ones, {@code ?last=NUMBER}.
 */
final class UpdateResource extends ViewResource {
    private static final long USUAL_HISTORY = 20;
    private static final int LONGEST_BY = 200;

    private final Parts parts;
    private final Changes changes;

    UpdateResource(Parts parts, Changes changes) {
        super("update", "Signed releases", view(parts));
        this.parts = parts;
        this.changes = changes;
        add(new ViewResource("history", "Earlier updates, ?last=NUMBER", history(parts)));
    }

    private static Function<List<String>, View> view(Parts parts) {
        return queries -> out -> {
            Optional<Updates> updates = parts.updates();
            if (updates.isPresent()) {
                UpdateJson.report(out, updates.get().report());
            } else {
                Views.object(Map.of()).write(out);
            }
        };
    }

    private static Function<List<String>, View> history(Parts parts) {
        return queries -> out -> {
            long last = Query.number(queries, "last", USUAL_HISTORY);
            List<UpdateEntry> all = parts.updates().map(Updates::history).orElse(List.of());
            UpdateJson.history(out, all.stream().limit(Math.max(0, last)).toList());
        };
    }

    @FunctionalInterface
    private interface Work {
        View on(Updates updates) throws UpdateRefusedException, IOException;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
        byte[] body = exchange.getRequestPayload();
        String by = by(exchange);
        String what =
                Query.text(exchange.getRequestOptions().getUriQuery(), "do").orElse("");
        switch (what) {
            case "plan" -> change(exchange, updates -> plan(updates, UpdateJson.wish(body, by)));
            case "apply" -> change(exchange, updates -> entry(updates.apply(UpdateJson.wish(body, by))));
            case "cancel" -> change(exchange, updates -> entry(updates.cancel(why(body, by))));
            case "rollback" -> change(exchange, updates -> entry(updates.rollback(why(body, by))));
            default -> changes.refuse(exchange, "?do=plan, ?do=apply, ?do=cancel or ?do=rollback");
        }
    }

    /** As the key or certificate says, and not the request. */
    private String by(CoapExchange exchange) {
        Peer peer = changes.peer(exchange);
        String by = peer.roleWord() + " " + peer.identity();
        return by.length() <= LONGEST_BY ? by : by.substring(0, LONGEST_BY);
    }

    private static String why(byte[] body, String by) throws IOException {
        String why = UpdateJson.why(body);
        return why.isBlank() ? by : why + " (" + by + ")";
    }

    private static View plan(Updates updates, UpdateWish wish) throws UpdateRefusedException {
        UpdatePlan plan = updates.plan(wish);
        return out -> UpdateJson.plan(out, plan);
    }

    private static View entry(UpdateEntry entry) {
        return out -> UpdateJson.entry(out, entry);
    }

    private void change(CoapExchange exchange, Work work) {
        changes.make(exchange, parts::updates, Parts.NO_UPDATER, updates -> answer(exchange, updates, work));
    }

    private static void answer(CoapExchange exchange, Updates updates, Work work) {
        try {
            show(exchange, ResponseCode.CHANGED, work.on(updates));
        } catch (UpdateRefusedException e) {
            Map<String, String> refusal = Map.of("refused", String.valueOf(e.getMessage()), "code", e.code());
            show(exchange, ResponseCode.CONFLICT, Views.object(refusal));
        } catch (IOException e) {
            refuse(exchange, ResponseCode.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
