package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/**
 * The server's side of a WebSocket (RFC 6455), as much as a camera needs: text messages in one frame each, ping and close.
 *
 * <pre>
 *  HANDSHAKE ──request──▶ OPEN ──a text that is answered──▶ SUBSCRIBED ──close──▶ (gone)
 * </pre>
 */
final class WebSocketSession implements Session {
    private enum State {
        HANDSHAKE,
        OPEN,
        SUBSCRIBED
    }

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    /** The greatest request or message of a client, octets. */
    private static final int LIMIT = 8 * 1024;

    private final Client client;
    private final Function<String, Optional<String>> answers;
    private final ByteBuffer in = ByteBuffer.allocate(LIMIT);
    private State state = State.HANDSHAKE;

    /**
     * Waits for a handshake.
     *
     * @param answers what to say to a text; empty to pass over it. Who has been answered gets what is {@link #send sent}
     */
    WebSocketSession(Client client, Function<String, Optional<String>> answers) {
        this.client = client;
        this.answers = answers;
    }

    @Override
    public boolean poll() throws IOException {
        client.flush();
        if (!in.hasRemaining()) {
            throw new ProtocolException("more than " + LIMIT + " octets");
        }
        boolean there = client.read(in) >= 0;
        in.flip();
        boolean goesOn = true;
        for (int before = -1; goesOn && before != in.remaining(); ) {
            before = in.remaining();
            goesOn = state == State.HANDSHAKE ? handshake() : frame();
        }
        in.compact();
        return there && goesOn;
    }

    /** Sends a text, as UTF-8, to a client that has subscribed. */
    @Override
    public void send(ByteBuffer message) throws IOException {
        if (state == State.SUBSCRIBED) {
            client.send(framed(TEXT, message));
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private boolean handshake() throws IOException {
        String text = ISO_8859_1.decode(in.duplicate()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end >= 0) {
            in.position(in.position() + end + 4);
            client.send(ByteBuffer.wrap(
                    WebSocketHandshake.answer(text.substring(0, end)).getBytes(ISO_8859_1)));
            state = State.OPEN;
        }
        return true;
    }

    /** Takes one frame, when it is there as a whole. */
    private boolean frame() throws IOException {
        if (in.remaining() < 2) {
            return true;
        }
        int first = in.get(in.position());
        int second = in.get(in.position() + 1);
        int length = second & 0x7f;
        if ((first & 0xf0) != 0x80 || (second & 0x80) == 0 || length == 127) {
            throw new ProtocolException("a frame that is not whole, not masked or too long");
        }
        int header = length == 126 ? 8 : 6;
        if (in.remaining() < header) {
            return true;
        }
        int octets = length == 126 ? Short.toUnsignedInt(in.getShort(in.position() + 2)) : length;
        if (octets > LIMIT - header) {
            throw new ProtocolException("a message of " + octets + " octets");
        }
        return in.remaining() < header + octets || taken(first & 0xf, header, octets);
    }

    private boolean taken(int opcode, int header, int octets) throws IOException {
        in.position(in.position() + header - 4);
        int mask = in.getInt();
        ByteBuffer payload = ByteBuffer.allocate(octets);
        for (int i = 0; i < octets; i++) {
            payload.put((byte) (in.get() ^ (mask >> (24 - 8 * (i % 4)))));
        }
        payload.flip();
        switch (opcode) {
            case TEXT -> text(UTF_8.decode(payload).toString());
            case PING -> client.send(framed(PONG, payload));
            case PONG -> {}
            case CLOSE -> {
                client.send(framed(CLOSE, payload));
                return false;
            }
            default -> throw new ProtocolException("opcode " + opcode);
        }
        return true;
    }

    private void text(String text) throws IOException {
        Optional<String> answer = answers.apply(text);
        if (answer.isPresent()) {
            client.send(framed(TEXT, UTF_8.encode(answer.get())));
            state = State.SUBSCRIBED;
        }
    }

    private static ByteBuffer framed(int opcode, ByteBuffer payload) throws ProtocolException {
        int octets = payload.remaining();
        if (octets > 0xffff) {
            throw new ProtocolException("a message of " + octets + " octets");
        }
        ByteBuffer frame = ByteBuffer.allocate(4 + octets).put((byte) (0x80 | opcode));
        if (octets < 126) {
            frame.put((byte) octets);
        } else {
            frame.put((byte) 126).putShort((short) octets);
        }
        return frame.put(payload.duplicate()).flip();
    }
}
