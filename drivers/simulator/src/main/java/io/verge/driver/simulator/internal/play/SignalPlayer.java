package io.verge.driver.simulator.internal.play;

import io.verge.device.Counters;
import java.io.IOException;

/** Plays a signal controller that broadcasts what it shows, 10 times a second. */
final class SignalPlayer implements Player {
    private static final int RATE = 10;

    private final Datagrams datagrams;
    private final String address;

    SignalPlayer(int port, Counters counters) throws IOException {
        datagrams = new Datagrams(port, counters.counter("sent.signal"), counters);
        address = "signal controller: udp to 127.0.0.1:" + port;
    }

    @Override
    public void play(Moment moment) {
        if (moment.due(RATE)) {
            datagrams.send(TscbmPacket.of(moment.planMillis(), moment.time(), moment.millis()));
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
