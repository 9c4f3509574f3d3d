package io.verge.netlab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Datagrams through the network; each peer has a socket of its own towards the target, as behind a NAT. */
final class UdpRelay implements Relay {
    private static final int LARGEST = 65_535;
    /** Octets of headers that travel with each datagram. */
    private static final int HEADERS = 28;
    /** So many peers; the one that came first makes room for another. */
    private static final int MOST_PEERS = 1_024;

    private final Loop loop;
    private final Network network;
    private final InetSocketAddress target;
    private final DatagramChannel server;
    private final InetSocketAddress address;
    private final Tally up;
    private final Tally down;
    private final ByteBuffer read = ByteBuffer.allocate(LARGEST);
    private final Map<SocketAddress, Peer> peers = new LinkedHashMap<>();
    private boolean cut;

    UdpRelay(Loop loop, Network network, Ends ends, Tally up, Tally down) throws IOException {
        this.loop = loop;
        this.network = network;
        this.target = ends.target();
        this.up = up;
        this.down = down;
        server = DatagramChannel.open();
        try {
            server.bind(ends.listen());
            address = (InetSocketAddress) server.getLocalAddress();
            loop.register(server, SelectionKey.OP_READ, key -> fromNear());
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void fromNear() {
        try {
            read.clear();
            SocketAddress sender = server.receive(read);
            Peer peer = sender == null ? null : peer(sender);
            if (peer != null && !peer.isForgotten()) {
                pass(network.up(), up, octets -> peer.far.write(octets));
            }
        } catch (IOException e) {
            Tally.add(up.lost, 1); // such as an ICMP refusal of the last one
        }
    }

    private @Nullable Peer peer(SocketAddress sender) throws IOException {
        Peer known = peers.get(sender);
        if (known != null) {
            return known;
        }
        if (peers.size() == MOST_PEERS) {
            Sockets.close(peers.remove(peers.keySet().iterator().next()).far);
        }
        DatagramChannel far = DatagramChannel.open().connect(target);
        Peer peer = new Peer(sender, far);
        loop.register(far, SelectionKey.OP_READ, key -> peer.fromFar());
        peers.put(sender, peer);
        return peer;
    }

    /** Where a datagram comes out. */
    private interface Exit {
        int write(ByteBuffer octets) throws IOException;
    }

    /** What was read goes through a link. */
    private void pass(Link link, Tally tally, Exit exit) {
        byte[] octets = new byte[read.flip().remaining()];
        read.get(octets);
        Passage passage = cut ? Passage.none(Passage.Fate.OUTAGE) : link.datagram(octets.length + HEADERS, loop.now());
        if (passage.fate() != Passage.Fate.PASSED) {
            Tally.add(tally.lost, 1);
            return;
        }
        if (passage.corrupt() && octets.length > 0) {
            octets[network.victim(octets.length)] ^= 0x5A;
        }
        boolean twice = passage.again() != Passage.NEVER;
        Tally.add(tally.mischief, (passage.corrupt() ? 1 : 0) + (twice ? 1 : 0));
        loop.at(passage.arrival(), () -> write(octets, tally, exit));
        loop.at(passage.again(), () -> write(octets, tally, exit));
    }

    private void write(byte[] octets, Tally tally, Exit exit) {
        try {
            Tally.add(tally.octets, exit.write(ByteBuffer.wrap(octets)));
            Tally.add(tally.passed, 1);
        } catch (IOException e) {
            Tally.add(tally.lost, 1);
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void mend() {
        cut = false;
    }

    @Override
    public void forget() {
        peers.values().forEach(peer -> peer.forgotten = true);
    }

    /** UDP has nothing to reset. */
    @Override
    public void reset() {}

    @Override
    public int connections() {
        return peers.size();
    }

    @Override
    public long resets() {
        return 0;
    }

    /** Who sends to the proxy. */
    private final class Peer {
        private final SocketAddress near;
        private final DatagramChannel far;
        private boolean forgotten;
        private long heard = loop.now();

        Peer(SocketAddress near, DatagramChannel far) {
            this.near = near;
            this.far = far;
        }

        void fromFar() {
            try {
                read.clear();
                if (far.receive(read) != null && !isUnreachable()) {
                    pass(network.down(), down, octets -> server.send(octets, near));
                }
            } catch (IOException e) {
                Tally.add(down.lost, 1);
            }
        }

        /** A NAT that has forgotten a peer lets it out again under another port, so only a forgotten one stays so. */
        boolean isForgotten() {
            if (forgotten) {
                Tally.add(up.vanished, 1);
            }
            heard = loop.now();
            return forgotten;
        }

        private boolean isUnreachable() {
            long patience = network.mischief().forgotten().toNanos();
            boolean unreachable = forgotten || (patience > 0 && loop.now() - heard > patience);
            if (unreachable) {
                Tally.add(down.vanished, 1);
            }
            return unreachable;
        }
    }
}
