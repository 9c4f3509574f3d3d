package io.verge.benchmarks.agent;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads from the agent's plain CoAP port: GET (RFC 7252) with Block2 (RFC 7959), one question at a time. The agent's own
 * command line would be a second virtual machine on the box that is measured.
 */
final class CoapDoor implements AutoCloseable {
    private static final int CONFIRMABLE_GET = 0x4001;
    private static final int CONTENT = 0x45;
    private static final int URI_PATH = 11;
    private static final int ACCEPT = 17;
    private static final int BLOCK2 = 23;
    private static final int JSON_FORMAT = 50;
    /** 1024 octets. */
    private static final int BLOCK_SIZE = 6;

    private static final int MORE = 8;
    private static final int PAYLOAD = 0xFF;
    private static final int EXTENDED = 13;
    private static final int ANSWER_MILLIS = 2_000;
    private static final int TRIES = 3;
    private static final Pattern SLASH = Pattern.compile("/");

    private final DatagramSocket socket;
    private short messageId;

    CoapDoor(int port) throws IOException {
        socket = new DatagramSocket();
        socket.connect(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_MILLIS);
    }

    /** Whether the agent says that all its parts are OK; false too when it does not answer. */
    boolean isOk() throws IOException {
        try {
            return get("status") instanceof Map<?, ?> status && "OK".equals(status.get("state"));
        } catch (PortUnreachableException | SocketTimeoutException e) {
            return false;
        }
    }

    /** A counter of a device. */
    long counter(String device, String name) throws IOException {
        if (get("devices/" + device) instanceof Map<?, ?> one
                && one.get("counters") instanceof Map<?, ?> counters
                && counters.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IOException("device " + device + " does not count " + name);
    }

    /** The hops of the agent's own measurement, objects of hop, count, p50Millis, p99Millis, maxMillis. */
    List<?> latency() throws IOException {
        return get("latency") instanceof List<?> hops ? hops : List.of();
    }

    /** A resource as JSON: maps, lists, texts, numbers. */
    Object get(String path) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int number = 0;
        while (number >= 0) {
            ByteBuffer answer = exchange(path, number);
            boolean more = skipOptions(answer);
            body.write(answer.array(), answer.arrayOffset() + answer.position(), answer.remaining());
            number = more ? number + 1 : -1;
        }
        return JSON.std.anyFrom(body.toByteArray());
    }

    private ByteBuffer exchange(String path, int block) throws IOException {
        messageId++;
        byte[] request = request(path, block);
        for (int i = 1; ; i++) {
            socket.send(new DatagramPacket(request, request.length));
            try {
                return answer(path);
            } catch (SocketTimeoutException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private byte[] request(String path, int block) {
        ByteBuffer request =
                ByteBuffer.allocate(256).putShort((short) CONFIRMABLE_GET).putShort(messageId);
        int before = 0;
        for (String part : SLASH.splitAsStream(path).toList()) {
            before = option(request, before, URI_PATH, part.getBytes(StandardCharsets.UTF_8));
        }
        before = option(request, before, ACCEPT, (byte) JSON_FORMAT);
        int value = block << 4 | BLOCK_SIZE;
        option(request, before, BLOCK2, (byte) (value >> 8), (byte) value);
        byte[] octets = new byte[request.flip().remaining()];
        request.get(octets);
        return octets;
    }

    private static int option(ByteBuffer request, int before, int option, byte... value) {
        int length = Math.min(value.length, EXTENDED);
        request.put((byte) ((option - before) << 4 | length));
        if (length == EXTENDED) {
            request.put((byte) (value.length - EXTENDED));
        }
        request.put(value);
        return option;
    }

    private ByteBuffer answer(String path) throws IOException {
        byte[] octets = new byte[2_048];
        while (true) {
            DatagramPacket packet = new DatagramPacket(octets, octets.length);
            socket.receive(packet);
            ByteBuffer answer = ByteBuffer.wrap(octets, 0, packet.getLength());
            int tokenLength = answer.get() & 0x0F;
            int code = answer.get() & 0xFF;
            if (answer.getShort() != messageId) {
                continue; // an answer that came after its question was asked again
            }
            if (code != CONTENT) {
                throw new IOException("/" + path + ": " + (code >> 5) + "." + (code & 0x1F));
            }
            return answer.position(answer.position() + tokenLength);
        }
    }

    /** Leaves the buffer at the payload; true when further blocks follow. */
    private static boolean skipOptions(ByteBuffer answer) {
        boolean more = false;
        int option = 0;
        while (answer.hasRemaining()) {
            int head = answer.get() & 0xFF;
            if (head == PAYLOAD) {
                break;
            }
            option += nibble(answer, head >> 4);
            int length = nibble(answer, head & 0x0F);
            answer.position(answer.position() + length);
            if (option == BLOCK2 && length > 0) {
                more = (answer.get(answer.position() - 1) & MORE) != 0;
            }
        }
        return more;
    }

    private static int nibble(ByteBuffer answer, int value) {
        return value == EXTENDED ? EXTENDED + (answer.get() & 0xFF) : value;
    }

    @Override
    public void close() {
        socket.close();
    }
}
