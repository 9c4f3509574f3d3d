package io.verge.device.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** A camera that speaks WebSocket (RFC 6455) to one client: as little of it as the tests need. */
final class WebSocketServer implements AutoCloseable {
    static final int TEXT = 1;
    static final int CONTINUATION = 0;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "sec-websocket-key:";

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Socket> client;

    WebSocketServer(String status) throws IOException {
        client = CompletableFuture.supplyAsync(() -> {
            try {
                return shakeHands(server.accept(), status);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static WebSocketServer accepting() throws IOException {
        return new WebSocketServer("101 Switching Protocols");
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/metadata");
    }

    /** A frame that is not masked, as servers send. */
    void send(int opcode, boolean last, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.write(payload);
        client.join().getOutputStream().write(frame.toByteArray());
    }

    /** The next short frame of the client, unmasked. */
    String receive() throws IOException {
        InputStream in = client.join().getInputStream();
        byte[] head = in.readNBytes(2);
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(head[1] & 0x7F);
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (payload[i] ^ mask[i % 4]);
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static Socket shakeHands(Socket socket, String status) throws IOException {
        String accept = "";
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
                accept = accept(line.substring(KEY.length()).strip());
            }
        }
        String answer = "HTTP/1.1 " + status + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 0\r\n"
                + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client.isDone() && !client.isCompletedExceptionally()) {
            client.join().close();
        }
    }
}
