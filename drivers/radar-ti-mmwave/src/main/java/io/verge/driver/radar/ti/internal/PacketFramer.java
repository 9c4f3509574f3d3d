package io.verge.driver.radar.ti.internal;

import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Finds the packets in a stream that loses octets. The link repeats nothing, so a packet may be cut short anywhere and the
 * next one then begins inside the length that the first announced: after a bad packet the search goes on right behind its
 * magic word, and a packet with the start of another inside is bad at once, without waiting for its end. Where the stream is
 * cut into pieces makes no difference. Keeps at most {@link #MAX_PACKET} octets.
 */
final class PacketFramer {
    /** No packet is longer: the largest known, with all heat maps, has about 40 KiB. */
    static final int MAX_PACKET = 64 * 1024;

    private static final int UNDECIDED = -1;

    private final byte[] held = new byte[MAX_PACKET];
    private final ByteBuffer view = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN);
    private final Counters.Counter damaged;
    private final Counters.Counter resyncs;

    private int start;
    private int end;
    /** Up to where the packet at start was searched for the start of another. */
    private int searched;
    /** How many octets may be skipped without a word: what is left of the last good packet. */
    private int padding;
    /** Whether the search for a start that is going on was counted already. */
    private boolean searching;

    PacketFramer(Counters counters) {
        damaged = counters.counter("damaged");
        resyncs = counters.counter("resyncs");
    }

    /** Takes the next piece of the stream and hands on each packet that is complete with it. */
    void take(ByteBuffer octets, Consumer<? super Packet> out) {
        while (octets.hasRemaining()) {
            compact();
            int piece = Math.min(held.length - end, octets.remaining());
            octets.get(held, end, piece);
            end += piece;
            boolean more = true;
            while (more) {
                more = step(out);
            }
        }
    }

    /** How many octets wait for the rest of their packet. */
    int held() {
        return end - start;
    }

    /** Forgets what is held: the stream begins anew. */
    void reset() {
        start = 0;
        end = 0;
        searched = 0;
        padding = 0;
        searching = false;
    }

    private void compact() {
        System.arraycopy(held, start, held, 0, end - start);
        searched = Math.max(0, searched - start);
        end -= start;
        start = 0;
    }

    /** Decides about the packet that begins next; false when that needs more octets. */
    private boolean step(Consumer<? super Packet> out) {
        skipTo(PacketStart.find(held, start, end));
        if (end - start < PacketStart.SIZE) {
            return false;
        }
        searching = false;
        PacketStart header = PacketStart.read(view, start);
        if (!header.possible(MAX_PACKET)) {
            lose(start + PacketStart.MAGIC_SIZE);
            return true;
        }
        int packetEnd = start + (int) header.total();
        int limit = Math.min(packetEnd, end);
        int next = nextStart(header, limit, limit == packetEnd);
        if (next == UNDECIDED) {
            return false;
        }
        if (next < limit && limit - next >= PacketStart.MAGIC_SIZE) {
            lose(next);
            return true;
        }
        if (limit < packetEnd) {
            return false;
        }
        Packet packet = Packet.read(packetAt(start, (int) header.total()));
        if (packet == null) {
            lose(start + PacketStart.MAGIC_SIZE);
            return true;
        }
        out.accept(packet);
        // The beginning of a magic word at the very end may be that of the next packet: it stays.
        int used = Math.min(start + packet.end(), next);
        padding = packetEnd - used;
        start = used;
        searched = 0;
        return true;
    }

    /**
     * Where another packet begins inside this one.
     *
     * @param whole whether the limit is the end of the packet
     * @return its place; or that of a magic word which the limit cuts off; or the limit when there is none;
     *     {@link #UNDECIDED} when more octets are needed to tell
     */
    private int nextStart(PacketStart header, int limit, boolean whole) {
        int at = Math.max(searched, start + PacketStart.MAGIC_SIZE);
        while (true) {
            at = PacketStart.find(held, at, limit);
            searched = at;
            if (at == limit) {
                return limit;
            }
            if (!whole && at + PacketStart.SIZE > limit) {
                return UNDECIDED;
            }
            if (limit - at < PacketStart.MAGIC_SIZE || header.cutBy(view, at, limit, MAX_PACKET)) {
                return at;
            }
            at += PacketStart.MAGIC_SIZE;
        }
    }

    private ByteBuffer packetAt(int at, int length) {
        return view.slice(at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void skipTo(int place) {
        int skipped = place - start;
        start = place;
        searched = Math.max(searched, start);
        if (skipped <= padding) {
            padding -= skipped;
        } else {
            padding = 0;
            countLoss();
        }
    }

    private void lose(int place) {
        damaged.increment();
        countLoss();
        start = place;
        searched = 0;
        padding = 0;
    }

    private void countLoss() {
        if (!searching) {
            searching = true;
            resyncs.increment();
        }
    }
}
