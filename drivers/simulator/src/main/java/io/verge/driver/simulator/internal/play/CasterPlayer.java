package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.SiteFrame;
import io.verge.device.Counters;
import java.io.IOException;

/** Plays an NTRIP caster with one mount point: observations every second, the station's place every five. */
final class CasterPlayer implements Player {
    private static final int PLACE_EVERY = 5;

    private final SiteFrame frame;
    private final Server server;
    private final String address;
    private final Counters.Counter sent;
    private long second;

    CasterPlayer(int port, SiteFrame frame, Counters counters) throws IOException {
        this.frame = frame;
        sent = counters.counter("sent.rtcm");
        server = new Server(port, CasterSession::new, counters);
        address = "caster: ntrip://127.0.0.1:" + server.port() + "/" + CasterSession.MOUNT;
    }

    @Override
    public void play(Moment moment) throws IOException {
        server.serve();
        if (!moment.due(1)) {
            return;
        }
        if (server.hasClients()) {
            server.send(Corrections.observations(moment.time()));
            sent.increment();
            if (second % PLACE_EVERY == 0) {
                server.send(Corrections.place(frame.origin()));
                sent.increment();
            }
        }
        second++;
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
