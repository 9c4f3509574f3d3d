package io.verge.device.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What the transports share: buffers where the libraries want arrays, reasons where exceptions have no message. */
final class Reads {
    private static final int PIECE = 8192;

    private Reads() {}

    /** A library's read: returns how many octets, 0 or less for none. */
    @FunctionalInterface
    interface ArrayRead {
        int read(byte[] into, int offset, int length) throws IOException;
    }

    /** Reads once, straight into the buffer where it has an array. */
    static int once(ByteBuffer into, ArrayRead read) throws IOException {
        int position = into.position();
        if (into.hasArray()) {
            int count = read.read(into.array(), into.arrayOffset() + position, into.remaining());
            into.position(position + Math.max(count, 0));
            return count;
        }
        byte[] piece = new byte[Math.min(into.remaining(), PIECE)];
        int count = read.read(piece, 0, piece.length);
        into.put(piece, 0, Math.max(count, 0));
        return count;
    }

    /** All that remains, as an array of its own. */
    static byte[] remaining(ByteBuffer from) {
        byte[] octets = new byte[from.remaining()];
        from.get(octets);
        return octets;
    }

    /** Whole milliseconds, at least one, for the libraries where zero means for ever. */
    static int millis(Duration timeout) {
        return (int) Math.min(Math.max(timeout.toMillis(), 1), Integer.MAX_VALUE);
    }

    static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
