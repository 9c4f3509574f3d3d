package io.verge.cloud.internal.session;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A box of a fleet: MQTT 5 CONNECT, CONNACK, and then silence until the connection is lost; the waits are the agent's. One thread. */
final class FleetBox {
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final int CONNACK = 0x20;
    private static final int KEEP_ALIVE_SECONDS = 1_200;

    private final byte[] connect;
    private final BackOff backOff;
    private @Nullable SocketChannel channel;
    private boolean online;

    FleetBox(int number, RandomGenerator random) {
        connect = connect("fleet-" + number);
        backOff = new BackOff(random);
    }

    private static byte[] connect(String client) {
        byte[] name = client.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer packet = ByteBuffer.allocate(64);
        packet.put((byte) 0x10).put((byte) (13 + name.length));
        packet.putShort((short) 4)
                .put("MQTT".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 5);
        packet.put((byte) 2).putShort((short) KEEP_ALIVE_SECONDS).put((byte) 0);
        packet.putShort((short) name.length).put(name);
        byte[] octets = new byte[packet.flip().remaining()];
        packet.get(octets);
        return octets;
    }

    /** How long it waits before it knocks again. */
    Duration nextWait() {
        return backOff.next(SPREAD);
    }

    boolean isOnline() {
        return online;
    }

    /** Begins to connect; false when that has failed already. */
    boolean knock(Fleet fleet, Selector selector) {
        try {
            SocketChannel fresh = SocketChannel.open();
            channel = fresh;
            fresh.configureBlocking(false);
            fresh.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            fresh.setOption(StandardSocketOptions.SO_SNDBUF, 4_096);
            boolean connected = fresh.connect(fleet.broker());
            fresh.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
            if (connected) {
                fresh.write(ByteBuffer.wrap(connect));
            }
            return true;
        } catch (IOException e) {
            drop();
            return false;
        }
    }

    /** Its socket is ready; false when the connection is lost. */
    boolean ready(SelectionKey key) {
        SocketChannel open = channel;
        try {
            if (open == null) {
                return false;
            }
            if (key.isConnectable() && open.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                open.write(ByteBuffer.wrap(connect));
            }
            return !key.isReadable() || read(open);
        } catch (IOException e) {
            drop();
            return false;
        }
    }

    private boolean read(SocketChannel open) throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(256);
        int count = open.read(octets);
        if (count < 0) {
            drop();
            return false;
        }
        if (!online && count > 3 && octets.get(0) == CONNACK && octets.get(3) == 0) {
            online = true;
            backOff.reset(); // as after a session that was stable
        }
        return true;
    }

    private void drop() {
        online = false;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is gone.
        }
        channel = null;
    }
}
