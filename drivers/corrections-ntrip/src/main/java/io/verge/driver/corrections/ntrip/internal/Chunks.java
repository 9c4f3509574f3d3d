package io.verge.driver.corrections.ntrip.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes the frames of chunks (RFC 9112, 7.1) out of a stream, in place. Keeps no data, only where it is.
 *
 * <pre>
 *  SIZE ──';'──▶ EXTENSION ──LF──┐
 *   ▲ └──────────────LF──────────┴──▶ DATA ──all taken──▶ GAP ──LF──▶ SIZE        size 0: END
 * </pre>
 */
final class Chunks {
    /** More is no chunk of a caster. */
    private static final int LARGEST = 1 << 20;

    private enum State {
        SIZE,
        EXTENSION,
        DATA,
        GAP,
        END
    }

    private State state = State.SIZE;
    private int size;
    private int digits;

    /** Whether the last chunk has come. */
    boolean ended() {
        return state == State.END;
    }

    /**
     * Moves the data between position and limit together, to the position, and sets the limit behind them.
     *
     * @throws IOException when these are no chunks
     */
    void unwrap(ByteBuffer octets) throws IOException {
        int to = octets.position();
        for (int at = octets.position(); at < octets.limit() && state != State.END; ) {
            if (state == State.DATA) {
                int count = Math.min(size, octets.limit() - at);
                octets.put(to, octets, at, count);
                to += count;
                at += count;
                size -= count;
                state = size == 0 ? State.GAP : State.DATA;
            } else {
                frame(octets.get(at++));
            }
        }
        octets.limit(to);
    }

    private void frame(byte octet) throws IOException {
        switch (state) {
            case SIZE -> size(octet);
            case EXTENSION -> endOfSize(octet);
            case GAP -> {
                if (octet == '\n') {
                    state = State.SIZE;
                } else if (octet != '\r') {
                    throw new IOException("the caster's chunks are damaged");
                }
            }
            case DATA, END -> throw new IllegalStateException("no frame is read here");
        }
    }

    private void size(byte octet) throws IOException {
        int digit = Character.digit(octet, 16);
        if (digit >= 0) {
            size = size << 4 | digit;
            digits++;
            if (size > LARGEST || digits > Byte.SIZE) {
                throw new IOException("the caster's chunks are damaged: a size is too large");
            }
        } else if (digits > 0 && (octet == ';' || octet == ' ')) {
            state = State.EXTENSION;
        } else if (octet == '\n') {
            endOfSize(octet);
        } else if (octet != '\r') {
            throw new IOException("the caster's chunks are damaged: a size was expected");
        }
    }

    private void endOfSize(byte octet) throws IOException {
        if (octet != '\n') {
            return;
        }
        if (digits == 0) {
            throw new IOException("the caster's chunks are damaged: a size was expected");
        }
        digits = 0;
        state = size == 0 ? State.END : State.DATA;
    }
}
