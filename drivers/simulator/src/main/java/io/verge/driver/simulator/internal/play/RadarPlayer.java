package io.verge.driver.simulator.internal.play;

import io.verge.device.Counters;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Plays the data link of a TI mmWave radar behind a serial server: packets over TCP, 20 a second. */
final class RadarPlayer implements Player {
    private static final int RATE = 20;
    private static final double FIELD_OF_VIEW = 120;
    private static final double RANGE = 70;

    private final RadarModel radar;
    private final Server server;
    private final String address;
    private final Counters.Counter sent;
    private int number;

    RadarPlayer(Placement place, RandomGenerator random, Counters counters) throws IOException {
        radar = new RadarModel(place.view(FIELD_OF_VIEW, RANGE), random);
        sent = counters.counter("sent.radar");
        server = new Server(place.port(), StreamSession::new, counters);
        address = "radar " + place.name() + ": tcp://127.0.0.1:" + server.port();
    }

    @Override
    public void play(Moment moment) throws IOException {
        server.serve();
        if (moment.due(RATE)) {
            number++;
            if (server.hasClients()) {
                server.send(RadarPacket.of(number, moment.millis(), radar.look(moment.bodies())));
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
