package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.verge.device.Counters;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plays a MUST camera: 30 datagrams a second with a line for each of those it tracks. */
final class MustPlayer implements Player {
    private static final int RATE = 30;
    /** So that a frame fits into one datagram of an Ethernet. */
    private static final int MOST = 20;

    private static final double FIELD_OF_VIEW = 90;
    private static final double RANGE = 60;
    private static final double ERROR = 0.15;
    private static final double ERROR_PER_METRE = 0.008;

    private final CameraModel camera;
    private final Datagrams datagrams;
    private final String address;

    MustPlayer(Placement place, RandomGenerator random, Counters counters) throws IOException {
        camera = new CameraModel(place.view(FIELD_OF_VIEW, RANGE), ERROR, ERROR_PER_METRE, random);
        datagrams = new Datagrams(place.port(), counters.counter("sent.must"), counters);
        address = "camera " + place.name() + ": udp to 127.0.0.1:" + place.port();
    }

    @Override
    public void play(Moment moment) {
        if (moment.due(RATE)) {
            List<CameraModel.Track> tracks = camera.look(moment.bodies(), body -> true, MOST);
            if (!tracks.isEmpty()) {
                datagrams.send(US_ASCII.encode(MustLines.of(moment.time(), tracks)));
            }
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
    }
}
