package io.verge.netlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a TCP connection: what is read from one socket is written to the other when the link has it arrive, in order. Reads no more
 * than fits the queue of the link, so that a sender feels a slow link as it would. The loop's thread only.
 */
final class Half {
    private static final int SEGMENT = 1_448;
    /** Octets of headers that travel with each segment. */
    private static final int HEADERS = 52;
    /** On the way beside what is in the queue: a window of the sender. */
    private static final int WINDOW = 65_536;

    /** @param octets null for the end of the stream */
    private record Segment(@Nullable ByteBuffer octets, long due) {}

    private final TcpConnection connection;
    private final Port from;
    private final Port to;
    private final Link link;
    private final Tally tally;
    private final Deque<Segment> flight = new ArrayDeque<>();
    private final ByteBuffer read = ByteBuffer.allocate(16 * SEGMENT);
    private long inFlight;
    private long last;
    private boolean ended;

    Half(TcpConnection connection, Port from, Port to, Link link, Tally tally) {
        this.connection = connection;
        this.from = from;
        this.to = to;
        this.link = link;
        this.tally = tally;
    }

    /** The source has something, or has ended. */
    void readable() {
        read.clear();
        int count;
        try {
            count = from.channel().read(read);
        } catch (IOException e) {
            connection.broken(from);
            return;
        }
        if (connection.isForgotten()) {
            vanish(count);
        } else if (count < 0) {
            ended = true;
            from.want(SelectionKey.OP_READ, false);
            enter(null, HEADERS);
        } else {
            cut(read.flip());
            from.want(SelectionKey.OP_READ, inFlight < link.room() + WINDOW);
        }
    }

    private void vanish(int count) {
        if (count < 0) {
            connection.goneUnheard(from);
        } else {
            Tally.add(tally.vanished, (count + SEGMENT - 1) / SEGMENT);
        }
    }

    private void cut(ByteBuffer octets) {
        while (octets.hasRemaining()) {
            byte[] segment = new byte[Math.min(SEGMENT, octets.remaining())];
            octets.get(segment);
            enter(ByteBuffer.wrap(segment), segment.length + HEADERS);
        }
    }

    private void enter(@Nullable ByteBuffer octets, int size) {
        long now = connection.now();
        long arrival = link.segment(size, now);
        if (arrival == Passage.NEVER) {
            connection.reset();
            return;
        }
        if (arrival - now >= link.firstWait() + link.waiting(now)) {
            Tally.add(tally.stalled, 1);
        }
        // In order, and no faster than the link is: behind a stall all comes one after the other.
        last = Math.max(arrival, last + link.duration(size, now));
        flight.add(new Segment(octets, last));
        inFlight += size;
        connection.deliverAt(last, this);
    }

    /** Writes what has arrived; nothing while the connection is cut or forgotten. */
    void deliver() {
        if (connection.isForgotten()) {
            Tally.add(tally.vanished, flight.size());
            flight.clear();
            return;
        }
        long now = connection.now();
        while (!connection.isHeld() && !flight.isEmpty() && flight.getFirst().due() <= now) {
            if (!write(flight.getFirst())) {
                return;
            }
        }
        if (!ended) {
            from.want(SelectionKey.OP_READ, inFlight < link.room() + WINDOW);
        }
    }

    private boolean write(Segment segment) {
        ByteBuffer octets = segment.octets();
        try {
            if (octets == null) {
                to.channel().shutdownOutput();
                flight.remove();
                connection.passedEnd();
                return false;
            }
            Tally.add(tally.octets, to.channel().write(octets));
        } catch (IOException e) {
            connection.broken(to);
            return false;
        }
        to.want(SelectionKey.OP_WRITE, octets.hasRemaining());
        if (octets.hasRemaining()) {
            return false;
        }
        flight.remove();
        inFlight -= octets.capacity() + HEADERS;
        Tally.add(tally.passed, 1);
        return true;
    }

    /** An outage of unknown length is over: what was on the way arrives with the next retransmission. */
    void goOn() {
        last = connection.now() + link.firstWait();
        Deque<Segment> held = new ArrayDeque<>(flight);
        flight.clear();
        for (Segment segment : held) {
            long due = Math.max(segment.due(), last);
            flight.add(new Segment(segment.octets(), due));
            connection.deliverAt(due, this);
        }
        if (!ended) {
            from.want(SelectionKey.OP_READ, inFlight < link.room() + WINDOW);
        }
    }
}
