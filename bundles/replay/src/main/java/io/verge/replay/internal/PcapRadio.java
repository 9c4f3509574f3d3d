package io.verge.replay.internal;

import io.verge.api.air.Radio;
import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.V2xFrame;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A radio that writes what would go on the air: messages of {@code etsi} as GeoNetworking packets, all others as datagrams
 * whose destination port tells their set. Sends on the gate's thread; the status is read by any.
 */
final class PcapRadio implements Radio, Closeable {
    static final String ID = "pcap";
    /** Destination ports of the datagrams. */
    static final int PORT_SAE = 1517;

    static final int PORT_CSAE = 1518;
    static final int PORT_OTHER = 1519;

    private final PcapFile file;
    private final Clock clock;
    private final Supplier<@Nullable Wgs84> place;

    /** Guarded by this. */
    private Status status;

    private @Nullable Instant last;
    private long frames;
    private long bytes;
    private long errors;

    /**
     * @param place where the box stands; null when not known
     */
    PcapRadio(PcapFile file, Clock clock, Supplier<@Nullable Wgs84> place) {
        this.file = file;
        this.clock = clock;
        this.place = place;
        status = Status.of(State.OK, clock.now());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public synchronized DeviceStatus status() {
        Map<String, Long> counters = new TreeMap<>(Map.of("bytes", bytes, "errors", errors, "frames", frames));
        return new DeviceStatus(status, last, counters, Map.of());
    }

    @Override
    public synchronized void send(V2xFrame frame) throws IOException {
        Instant now = clock.now();
        try {
            file.write(now, packet(frame, now));
        } catch (IOException e) {
            errors++;
            status = Status.of(
                    State.FAILED,
                    now,
                    "unwritable",
                    "the messages cannot be written: " + e.getMessage(),
                    "check the space and the rights where the key 'messages' points to");
            throw e;
        }
        last = now;
        frames++;
        bytes += frame.size();
    }

    private byte[] packet(V2xFrame frame, Instant now) throws IOException {
        ByteBuffer payload = frame.payload();
        boolean etsi = frame.set().equals("etsi");
        int limit = etsi ? GeoPackets.MAX_PAYLOAD : Datagrams.MAX_PAYLOAD;
        if (payload.remaining() > limit) {
            errors++;
            throw new IOException(frame + " is longer than a packet, " + limit + " octets");
        }
        return etsi
                ? GeoPackets.ethernet(frame.application(), now, place.get(), payload)
                : Datagrams.ethernet(port(frame.set()), payload);
    }

    private static int port(String set) {
        return switch (set) {
            case "sae" -> PORT_SAE;
            case "csae" -> PORT_CSAE;
            default -> PORT_OTHER;
        };
    }

    /** Fails too when a message could not be written before. */
    @Override
    public synchronized void close() throws IOException {
        file.close();
        if (status.state() == State.FAILED) {
            throw new IOException("messages are missing in the file");
        }
    }
}
