package io.verge.diagnostics.internal;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.json.NoticeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/** {@code /signs}: GET lists. {@code /signs/ID}: GET shows, PUT with a notice in JSON puts up or changes, DELETE takes down. */
final class SignsResource extends ViewResource {
    private final Parts parts;
    private final Changes changes;

    SignsResource(Parts parts, Views views, Changes changes) {
        super("signs", "Signs and notices", queries -> views::signs);
        this.parts = parts;
        this.changes = changes;
    }

    @Override
    public Resource getChild(String name) {
        return new One(name);
    }

    @FunctionalInterface
    private interface Work {
        void on(Notices notices) throws NoticeRefusedException;
    }

    private void change(CoapExchange exchange, ResponseCode refused, Work work) {
        changes.make(exchange, parts::notices, "the profile has no app road-signs, which has them", notices -> {
            try {
                work.on(notices);
            } catch (NoticeRefusedException e) {
                show(exchange, refused, problems(e.problems()));
            }
        });
    }

    private static View problems(List<String> problems) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("problems");
            for (String problem : problems) {
                out.writeString(problem);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    /** Made for each request: notices come and go. */
    private final class One extends ViewResource {
        One(String id) {
            super(id, "Sign or notice", queries -> out -> {});
        }

        @Override
        public void handleGET(CoapExchange exchange) {
            Optional<NoticeReport> report = parts.notices().stream()
                    .flatMap(notices -> notices.list().stream())
                    .filter(one -> one.notice().id().equals(getName()))
                    .findFirst();
            if (report.isPresent()) {
                show(exchange, ResponseCode.CONTENT, out -> NoticeJson.report(out, report.get()));
            } else {
                refuse(exchange, ResponseCode.NOT_FOUND, "there is no sign " + getName());
            }
        }

        @Override
        public void handlePUT(CoapExchange exchange) {
            byte[] json = exchange.getRequestPayload();
            change(exchange, ResponseCode.UNPROCESSABLE_ENTITY, notices -> put(exchange, notices, json));
        }

        private void put(CoapExchange exchange, Notices notices, byte[] json) throws NoticeRefusedException {
            List<String> problems = new ArrayList<>();
            Optional<Notice> notice = NoticeJson.read(json, getName(), problems);
            if (notice.isEmpty()) {
                throw new NoticeRefusedException(problems);
            }
            NoticeReport report = notices.put(notice.get());
            show(exchange, ResponseCode.CHANGED, out -> NoticeJson.report(out, report));
        }

        @Override
        public void handleDELETE(CoapExchange exchange) {
            change(exchange, ResponseCode.CONFLICT, notices -> {
                notices.remove(getName());
                exchange.respond(ResponseCode.DELETED);
            });
        }
    }
}
