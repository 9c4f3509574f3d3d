package io.verge.transfer.jar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The headers of a canonical jar (PKWARE APPNOTE 6.3, §4.3.7, §4.3.12, §4.3.16): one way to write each, and no other. */
final class StoredZip {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    /** Octets of the header of an entry, without its name. */
    static final int LOCAL_SIZE = 30;

    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    /** 2.0: the first that knows folders. */
    private static final short VERSION = 20;
    /** The name is UTF-8. */
    private static final short FLAGS = 0x0800;

    private static final short STORED = 0;
    private static final short TIME = 0;
    /** 1980-01-01: the first day that a zip file knows. */
    private static final short DATE = 0x21;

    /**
     * An entry.
     *
     * @param size octets
     * @param offset of its header from the start of the file
     */
    record Entry(String name, long crc, long size, long offset) {}

    private StoredZip() {}

    /** What stands before the content of an entry. */
    static byte[] local(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] octets = new byte[LOCAL_SIZE + name.length];
        ByteBuffer header = over(octets).putInt(LOCAL_SIGNATURE);
        common(header, entry, name);
        header.put(name);
        return octets;
    }

    /** What stands about an entry in the directory. */
    static byte[] central(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] octets = new byte[CENTRAL_SIZE + name.length];
        ByteBuffer header = over(octets).putInt(CENTRAL_SIGNATURE);
        header.putShort(VERSION);
        common(header, entry, name);
        // No comment, first disk, attributes of nothing in particular.
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt((int) entry.offset()).put(name);
        return octets;
    }

    /** What stands after the directory. */
    static byte[] end(int entries, long directory, long directorySize) {
        byte[] octets = new byte[END_SIZE];
        ByteBuffer header = over(octets).putInt(END_SIGNATURE);
        header.putShort((short) 0).putShort((short) 0);
        header.putShort((short) entries).putShort((short) entries);
        header.putInt((int) directorySize).putInt((int) directory).putShort((short) 0);
        return octets;
    }

    private static ByteBuffer over(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void common(ByteBuffer header, Entry entry, byte[] name) {
        header.putShort(VERSION).putShort(FLAGS).putShort(STORED).putShort(TIME).putShort(DATE);
        header.putInt((int) entry.crc()).putInt((int) entry.size()).putInt((int) entry.size());
        header.putShort((short) name.length).putShort((short) 0);
    }
}
