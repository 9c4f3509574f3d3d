package io.verge.authority.serve;

import io.verge.authority.renewal.RenewalDesk;
import io.verge.authority.renewal.RenewalDesk.Reply;
import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers over the broker what boxes ask for on {@code …/identity/request} by {@code …/identity/certificate}. One thread runs it. */
public final class IdentityServer {
    private static final int WINDOW = 16;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** A box that is away hears its answer when it is back within this; later it asks again. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final BrokerLoop loop;
    private final RenewalDesk desk;
    private final InstantSource clock;

    /**
     * @param tenant whose boxes
     * @param out lines for people
     */
    public IdentityServer(
            BrokerAccess broker, String tenant, RenewalDesk desk, InstantSource clock, Consumer<String> out) {
        String group = "$share/verge-identity/verge/v1/" + tenant + "/+/identity/request";
        loop = new BrokerLoop(
                new SessionSettings(broker, "verge-identity-" + tenant, List.of(group), Duration.ZERO, WINDOW, null),
                out);
        this.desk = desk;
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
        List<Arrival> arrivals = session.take(WINDOW, PATIENCE);
        for (Arrival arrival : arrivals) {
            Optional<Reply> reply = desk.answer(arrival.topic(), arrival.content(), clock.instant());
            if (reply.isPresent()) {
                byte[] content = reply.get().content().getBytes(StandardCharsets.UTF_8);
                session.publish(List.of(new Outgoing(reply.get().topic(), content, false, KEPT, Map.of())));
            }
        }
        // What is lost with the connection is asked again by the box, and gets the same.
        session.acknowledge(arrivals);
    }
}
