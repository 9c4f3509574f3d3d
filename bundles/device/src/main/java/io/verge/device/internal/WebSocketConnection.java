package io.verge.device.internal;

import io.verge.device.Connection;
import io.verge.device.MessageTooLargeException;
import io.verge.device.Transports;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a WebSocket. No more than a few pieces of messages wait here; the reader puts them together within the room
 * that it has. Binary messages are taken like text. When nothing comes, a ping now and then finds out whether the other side
 * is still there: its silent end can get lost on the way through the HTTP client.
 */
final class WebSocketConnection implements Connection {
    private static final int FIRST_ROOM = 4096;
    private static final Duration PING_AFTER = Duration.ofSeconds(2);

    private final WebSocket socket;
    private final WebSocketInbox inbox;
    private final String name;

    /** Of the message that is being read, what has come so far. */
    private ByteBuffer message = ByteBuffer.allocate(FIRST_ROOM);

    private boolean dropping;

    /** How long nothing has come, as far as reads waited for it. */
    private Duration idle = Duration.ZERO;

    private CompletableFuture<WebSocket> ping;

    private WebSocketConnection(WebSocket socket, WebSocketInbox inbox, String name) {
        this.socket = socket;
        this.inbox = inbox;
        this.name = name;
        ping = CompletableFuture.completedFuture(socket);
    }

    static WebSocketConnection open(HttpClient client, URI uri) throws IOException {
        WebSocketInbox inbox = new WebSocketInbox();
        CompletableFuture<WebSocket> opening;
        try {
            opening = client.newWebSocketBuilder()
                    .connectTimeout(Transports.CONNECT_LIMIT)
                    .buildAsync(uri, inbox);
        } catch (IllegalArgumentException e) {
            throw new IOException(uri + " is not the address of a WebSocket: " + Reads.reason(e), e);
        }
        try {
            return new WebSocketConnection(result(opening), inbox, uri.toString());
        } catch (IOException e) {
            // It may open yet.
            var unused = opening.thenAccept(WebSocket::abort);
            throw new IOException(uri + ": " + Reads.reason(e), e);
        }
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        int limit = into.remaining();
        while (true) {
            WebSocketInbox.Piece piece = next(timeout);
            if (piece == null) {
                return 0;
            }
            if (piece.end()) {
                return END;
            }
            take(piece.octets(), limit);
            if (piece.last()) {
                return finish(into, limit);
            }
        }
    }

    private WebSocketInbox.@Nullable Piece next(Duration timeout) throws IOException {
        WebSocketInbox.Piece piece = inbox.next(timeout);
        if (piece == null) {
            probe(timeout);
        } else {
            idle = Duration.ZERO;
            socket.request(1);
        }
        return piece;
    }

    private void probe(Duration waited) throws IOException {
        idle = idle.plus(waited);
        if (idle.compareTo(PING_AFTER) < 0) {
            return;
        }
        idle = Duration.ZERO;
        if (ping.isCompletedExceptionally()) {
            throw new IOException(name + ": the other side has gone");
        }
        if (ping.isDone()) {
            ping = socket.sendPing(ByteBuffer.allocate(0));
        }
    }

    private void take(ByteBuffer octets, int limit) {
        if (dropping || octets.remaining() > limit - message.position()) {
            dropping = true;
            return;
        }
        if (octets.remaining() > message.remaining()) {
            int wanted = message.position() + octets.remaining();
            int room = (int) Math.min(limit, Math.max(wanted, 2L * message.capacity()));
            message = ByteBuffer.allocate(room).put(message.flip());
        }
        message.put(octets);
    }

    private int finish(ByteBuffer into, int limit) throws IOException {
        ByteBuffer whole = message.flip();
        boolean dropped = dropping || whole.remaining() > limit;
        dropping = false;
        try {
            if (dropped) {
                throw new MessageTooLargeException(name, limit);
            }
            int count = whole.remaining();
            into.put(whole);
            return count;
        } finally {
            message.clear();
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        result(socket.sendText(StandardCharsets.UTF_8.decode(from), true));
    }

    @Override
    public void close() {
        inbox.end();
        // Says farewell when the other side still listens, and cuts off in any case.
        var unused = socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(1, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> socket.abort());
    }

    private static <T> T result(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(Transports.CONNECT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof WebSocketHandshakeException refusal) {
                throw new IOException(
                        "refused with HTTP status " + refusal.getResponse().statusCode(), cause);
            }
            throw new IOException(Reads.reason(cause), cause);
        } catch (TimeoutException e) {
            throw new IOException("no answer in " + Transports.CONNECT_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
