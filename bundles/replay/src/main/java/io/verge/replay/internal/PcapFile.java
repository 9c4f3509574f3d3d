package io.verge.replay.internal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A capture in the classic pcap format, little-endian, microseconds, link type Ethernet. One thread.
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><td>file header</td><td>magic a1b2c3d4, version 2.4, zone 0, accuracy 0, greatest length, link type 1</td></tr>
 * <tr><td>each packet</td><td>seconds, microseconds, octets kept, octets there, octets</td></tr>
 * </table>
 */
final class PcapFile implements Closeable {
    private static final int HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int MAGIC = 0xa1b2c3d4;
    private static final short MAJOR = 2;
    private static final short MINOR = 4;
    private static final int ETHERNET = 1;
    private static final int GREATEST = 262_144;

    private final OutputStream out;
    private final ByteBuffer header = ByteBuffer.allocate(PACKET_HEADER).order(ByteOrder.LITTLE_ENDIAN);

    /** A new file. */
    static PcapFile create(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        try {
            return new PcapFile(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    PcapFile(OutputStream file) throws IOException {
        out = new BufferedOutputStream(file);
        out.write(ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putShort(MAJOR)
                .putShort(MINOR)
                .putInt(0)
                .putInt(0)
                .putInt(GREATEST)
                .putInt(ETHERNET)
                .array());
    }

    /**
     * Writes a packet.
     *
     * @param packet from the Ethernet header on, without check sequence
     */
    void write(Instant time, byte[] packet) throws IOException {
        header.clear()
                .putInt((int) time.getEpochSecond())
                .putInt(time.getNano() / 1_000)
                .putInt(packet.length)
                .putInt(packet.length);
        out.write(header.array());
        out.write(packet);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
