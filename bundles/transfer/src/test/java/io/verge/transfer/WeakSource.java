package io.verge.transfer;

import io.verge.netlab.Network;
import io.verge.netlab.Passage;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * A server behind a network of netlab, in virtual time: reading moves the clock to when the octets have come. Connections break after random
 * numbers of octets; what is under way then was sent in vain, and is counted.
 */
final class WeakSource implements Source {
    private static final int SEGMENT = 1_448;
    private static final int REQUEST = 400;
    /** Octets under way at most: what the link holds, and as much again. */
    private static final int WINDOW = 6 * SEGMENT;

    private record Segment(int octets, long arrival) {}

    private final byte[] file;
    private final Network network;
    private final ManualClock clock;
    private final Random random;
    private final int mostOctets;
    private long sent;

    /** @param mostOctets of a connection: it breaks after a number below this */
    WeakSource(byte[] file, Network network, ManualClock clock, Random random, int mostOctets) {
        this.file = file;
        this.network = network;
        this.clock = clock;
        this.random = random;
        this.mostOctets = mostOctets;
    }

    /** Octets of the file that went into the link. */
    long sent() {
        return sent;
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        // SYN, its answer, the request.
        arrive(network.up().segment(60, clock.nanoTime()));
        arrive(network.down().segment(60, clock.nanoTime()));
        arrive(network.up().segment(REQUEST, clock.nanoTime()));
        return new Connection(from, to, random.nextInt(mostOctets));
    }

    private void arrive(long instant) throws SourceException {
        if (instant == Passage.NEVER) {
            throw SourceException.of(SourceException.Kind.BROKEN, "the link is down");
        }
        clock.advance(Duration.ofNanos(Math.max(0, instant - clock.nanoTime())));
    }

    private final class Connection extends InputStream {
        private final Deque<Segment> underWay = new ArrayDeque<>();
        private final long to;
        private int next;
        private int at;
        private int ready;
        private int left;
        private int inFlight;
        private long lastArrival;

        Connection(long from, long to, int life) {
            next = (int) from;
            at = (int) from;
            this.to = to;
            left = life;
        }

        @Override
        public int read() {
            throw new AssertionError("octet by octet");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (at == to) {
                return -1;
            }
            if (left == 0) {
                throw new IOException("connection reset");
            }
            if (ready == 0) {
                receive();
            }
            int n = Math.min(Math.min(length, ready), left);
            System.arraycopy(file, at, buffer, offset, n);
            at += n;
            ready -= n;
            left -= n;
            return n;
        }

        private void receive() throws SourceException {
            while (next < to && inFlight < WINDOW) {
                int octets = (int) Math.min(SEGMENT, to - next);
                lastArrival = Math.max(lastArrival, network.down().segment(octets, clock.nanoTime()));
                underWay.add(new Segment(octets, lastArrival));
                next += octets;
                inFlight += octets;
                sent += octets;
            }
            Segment first = underWay.remove();
            arrive(first.arrival());
            inFlight -= first.octets();
            ready = first.octets();
        }
    }
}
