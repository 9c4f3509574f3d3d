package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.geo.SiteFrame;
import io.verge.api.road.RoadUserType;
import io.verge.device.Counters;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Plays a FLIR camera that tracks those on foot: a WebSocket server, 10 messages a second to who has subscribed. */
final class FlirPlayer implements Player {
    private static final int RATE = 10;
    private static final int MOST = 60;
    private static final double FIELD_OF_VIEW = 90;
    private static final double RANGE = 50;
    /** The maker's figure is two sigma: 1 cm at 10 m, 2.3 cm at 20 m. */
    private static final double ERROR_PER_METRE = 0.006;

    private final CameraModel camera;
    private final FlirMessage message;
    private final Server server;
    private final String address;
    private final Counters.Counter sent;
    private long number;

    FlirPlayer(Placement place, SiteFrame frame, RandomGenerator random, Counters counters) throws IOException {
        camera = new CameraModel(place.view(FIELD_OF_VIEW, RANGE), 0, ERROR_PER_METRE, random);
        message = new FlirMessage(frame, place.mount());
        sent = counters.counter("sent.flir");
        server = new Server(place.port(), client -> new WebSocketSession(client, FlirPlayer::answer), counters);
        address = "camera " + place.name() + ": ws://127.0.0.1:" + server.port() + "/api/subscriptions";
    }

    private static Optional<String> answer(String text) {
        boolean subscribes = text.contains("\"Subscription\"") && text.contains("\"PedestrianPresenceTracking\"");
        return subscribes ? Optional.of(FlirMessage.SUBSCRIBED) : Optional.empty();
    }

    @Override
    public void play(Moment moment) throws IOException {
        server.serve();
        if (moment.due(RATE)) {
            number++;
            if (server.hasClients()) {
                String text = message.of(
                        number,
                        moment.time(),
                        camera.look(moment.bodies(), body -> body.type() == RoadUserType.PEDESTRIAN, MOST));
                server.send(UTF_8.encode(text));
                sent.increment();
            }
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
