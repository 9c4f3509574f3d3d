package io.verge.authority.serve;

import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import io.verge.transfer.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers what boxes ask of a published repository over the broker: {@code …/file/ID/range} by {@code …/file/ID/data}. Reads only. One
 * thread runs it.
 */
public final class RangeServer {
    /** Octets of one message: a link of a box that is slow has something else between two of them. */
    private static final int PIECE = 64 << 10;

    private static final int WINDOW = 256;

    private final BrokerLoop loop;
    private final Repository repository;
    private final Desk desk;
    private final InstantSource clock;

    /**
     * What is served to whom.
     *
     * @param tenant whose boxes
     * @param folder with {@code metadata} and {@code targets}
     * @param prefix of the paths by which boxes ask, such as {@code releases/}
     * @param boxRate octets a second to one box, 1 or more
     * @param rate octets a second in all, 1 or more
     */
    public record Terms(String tenant, Path folder, String prefix, long boxRate, long rate) {}

    /** @param out lines for people */
    public RangeServer(BrokerAccess broker, Terms terms, InstantSource clock, Consumer<String> out) {
        String group = "$share/verge-serve/verge/v1/" + terms.tenant() + "/+/file/+/range";
        loop = new BrokerLoop(
                new SessionSettings(
                        broker, "verge-serve-" + terms.tenant(), List.of(group), Duration.ZERO, WINDOW, null),
                out);
        repository = new Repository(terms.folder(), terms.prefix());
        desk = new Desk(terms.boxRate(), terms.rate());
        this.clock = clock;
    }

    /** Makes {@link #run} return soon. Any thread. */
    public void stop() {
        loop.stop();
    }

    /** Serves until it is stopped; a broker that is away is tried again for ever. */
    public void run() throws InterruptedException {
        loop.run(this::serve);
    }

    private void serve(BrokerSession session) throws IOException, InterruptedException {
        List<Arrival> arrivals = session.take(WINDOW, desk.pause(clock.instant()));
        for (Arrival arrival : arrivals) {
            Optional<String> answer = Request.answer(arrival.topic());
            if (answer.isPresent()) {
                accept(session, arrival, answer.get());
            }
        }
        // A request that is lost with the connection is asked again by the box.
        session.acknowledge(arrivals);
        Optional<Request> next = desk.next(clock.instant());
        if (next.isPresent()) {
            answer(session, next.get());
        }
    }

    private void accept(BrokerSession session, Arrival arrival, String answer) throws IOException {
        Request request;
        try {
            request = Request.read(arrival, answer, clock.instant());
        } catch (IOException e) {
            session.publish(List.of(refusal(answer, 400, String.valueOf(e.getMessage()))));
            return;
        }
        if (!desk.offer(request)) {
            session.publish(List.of(refusal(answer, 429, "too many requests wait")));
        }
    }

    private void answer(BrokerSession session, Request request) throws IOException {
        Instant now = clock.instant();
        try {
            Repository.Part part = repository.read(request.path(), request.from(), request.to());
            session.publish(pieces(request, part, Duration.between(now, request.expires())));
            desk.sent(request.box(), part.octets().length, now);
        } catch (SourceException e) {
            int code = e.kind() == SourceException.Kind.BROKEN ? 503 : 404;
            session.publish(List.of(refusal(request.answer(), code, String.valueOf(e.getMessage()))));
        }
    }

    private static List<Outgoing> pieces(Request request, Repository.Part part, Duration expiry) {
        List<Outgoing> pieces = new ArrayList<>();
        int from = 0;
        do {
            byte[] octets = Arrays.copyOfRange(part.octets(), from, Math.min(part.octets().length, from + PIECE));
            Map<String, String> properties = Map.of(
                    "offset",
                    Long.toString(request.from() + from),
                    "total",
                    Long.toString(part.total()),
                    "sha256",
                    part.sha256());
            pieces.add(new Outgoing(request.answer(), octets, false, expiry, properties));
            from += PIECE;
        } while (from < part.octets().length);
        return pieces;
    }

    private static Outgoing refusal(String answer, int code, String why) {
        Map<String, String> properties = Map.of("code", Integer.toString(code), "why", why);
        return new Outgoing(answer, new byte[0], false, Duration.ofSeconds(60), properties);
    }
}
