package io.verge.device.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From the HTTP client's thread to the device's: at most the few pieces that were asked for, and the end. Some must always be
 * asked for, because the client (Java 17) never tells of a connection that ends while none is.
 */
final class WebSocketInbox implements WebSocket.Listener {
    private static final int WINDOW = 4;

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

    /**
     * A part of a message, or the end of all.
     *
     * @param failure why it is the end; null when the other side has closed
     */
    record Piece(ByteBuffer octets, boolean last, boolean end, @Nullable Throwable failure) {
        static Piece part(ByteBuffer octets, boolean last) {
            return new Piece(octets, last, false, null);
        }

        static Piece end(@Nullable Throwable failure) {
            return new Piece(ByteBuffer.allocate(0), true, true, failure);
        }
    }

    /** The next piece, or null when the time is over. */
    @Nullable
    Piece next(Duration timeout) throws IOException {
        try {
            Piece piece = pieces.poll(Reads.millis(timeout), TimeUnit.MILLISECONDS);
            if (piece != null && piece.failure != null) {
                throw new IOException(Reads.reason(piece.failure), piece.failure);
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Wakes the reader for good. */
    void end() {
        pieces.add(Piece.end(null));
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(WINDOW);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        pieces.add(Piece.part(StandardCharsets.UTF_8.encode(text.toString()), last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer octets, boolean last) {
        pieces.add(
                Piece.part(ByteBuffer.allocate(octets.remaining()).put(octets).flip(), last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        pieces.add(Piece.end(failure));
    }
}
